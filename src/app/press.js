// Presses of the mouse in the report's sentences: one that selects words, by dragging or twice in a
// row, opens nothing. Everywhere else, and by touch or key, a press acts at once.
import { presentOf } from "./take_over.js";

var WORDS = ".sentence, blockquote";
// How long a second press may take, in milliseconds.
var TWICE = 220;

function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

export function watchPresses() {
  var pointer, waiting;
  function words(event) {
    return event.isTrusted && event.target.closest && event.target.closest(WORDS);
  }
  function listen(type, act) {
    window.addEventListener(type, act, true);
  }
  listen("pointerdown", function (event) {
    pointer = event.pointerType;
  });
  // No engine lets a selection begin in a link: while the button is down it is none.
  listen("mousedown", function (event) {
    var link = words(event) && !event.button && event.target.closest("a[data-open]");
    if (!link || hasModifier(event)) return;
    var href = link.getAttribute("href");
    link.removeAttribute("href");
    window.addEventListener("mouseup", function () {
      link.setAttribute("href", href);
    }, { capture: true, once: true });
  });
  listen("click", function (event) {
    // Not a key's.
    if (!words(event) || !event.detail) return;
    if (hasModifier(event)) return;
    clearTimeout(waiting);
    var isSelecting = !getSelection().isCollapsed;
    if (pointer !== "mouse" && !isSelecting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isSelecting || event.detail > 1) return;
    waiting = setTimeout(function () {
      var target = getSelection().isCollapsed && presentOf(event.target);
      if (target) target.click();
    }, TWICE);
  });
}
