// Presses of the mouse in the report's sentences: one that selects words, by dragging or twice in a
// row, opens nothing. Everywhere else, and by touch or key, a press acts at once, and the second of a double press does
// not reach what the first has brought under the finger.
import { presentOf } from "./take_over.js";

var WORDS = ".sentence, blockquote", PRESSED = "a, button, summary, label, [data-open], .sentence";
// How long a second press may take, in milliseconds.
var TWICE = 220;
// How soon, in milliseconds, and how near, in pixels, the second of a double press comes.
var AGAIN = 500, NEAR = 24;

function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

// Whether a press is the second of a double one, and what was pressed first has gone from under it since.
function isStray(event, first) {
  if (!first || event.timeStamp - first.at > AGAIN) return false;
  if (Math.abs(event.clientX - first.x) > NEAR || Math.abs(event.clientY - first.y) > NEAR) return false;
  var present = presentOf(first.target);
  return !present || !present.contains(document.elementFromPoint(first.x, first.y));
}

export function watchPresses() {
  var pointer, byKey, waiting, first, selected;
  function words(event) {
    return event.isTrusted && event.target.closest && event.target.closest(WORDS);
  }
  // A key's press is none of a pointer, though Firefox counts it as one.
  function isPress(event) {
    return event.isTrusted && event.detail && !byKey;
  }
  // What is selected, and where it stands in its lines; nothing where nothing is.
  function selection() {
    var now = getSelection();
    return now.isCollapsed ? "" : [now, now.anchorOffset, now.focusOffset].join();
  }
  // What was selected before the press is not what the press selects.
  function isSelecting() {
    var now = selection();
    return now !== "" && now !== selected;
  }
  function listen(type, act) {
    window.addEventListener(type, act, true);
  }
  listen("keydown", function () {
    byKey = true;
  });
  listen("pointerdown", function (event) {
    pointer = event.pointerType;
  });
  // No engine lets a selection begin in a link: while the button is down it is none.
  listen("mousedown", function (event) {
    byKey = false;
    if (event.detail < 2) selected = selection();
    var link = words(event) && !event.button && event.target.closest("a[data-open]");
    if (!link || hasModifier(event)) return;
    var href = link.getAttribute("href");
    link.removeAttribute("href");
    window.addEventListener("mouseup", function () {
      link.setAttribute("href", href);
    }, { capture: true, once: true });
  });
  listen("click", function (event) {
    if (!isPress(event)) return;
    if (isStray(event, first)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    var target = event.target.closest && event.target.closest(PRESSED);
    first = target && { target: target, at: event.timeStamp, x: event.clientX, y: event.clientY };
  });
  listen("click", function (event) {
    if (!isPress(event) || !words(event)) return;
    if (hasModifier(event)) return;
    clearTimeout(waiting);
    if (pointer !== "mouse" && !isSelecting()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isSelecting() || event.detail > 1) return;
    waiting = setTimeout(function () {
      var target = !isSelecting() && presentOf(event.target);
      if (target) target.click();
    }, TWICE);
  });
}
