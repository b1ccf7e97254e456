// Presses of the mouse in the report's sentences: one that selects words, by dragging or twice in a
// row, opens nothing. Everywhere else, and by touch or key, a press acts at once.
var WORDS = ".sentence, blockquote";
// How long a second press may take, in milliseconds.
var TWICE = 220;

// Calls `act` for the presses that are meant to open something in the words of the report.
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
  // A link that cannot be dragged away can be selected in.
  listen("mousedown", function (event) {
    var link = words(event) && event.target.closest("a");
    if (link) link.draggable = false;
  });
  listen("click", function (event) {
    // Not a key's.
    if (!words(event) || !event.detail) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    clearTimeout(waiting);
    var isSelecting = !getSelection().isCollapsed;
    if (pointer !== "mouse" && !isSelecting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isSelecting || event.detail > 1) return;
    waiting = setTimeout(function () {
      if (getSelection().isCollapsed) event.target.click();
    }, TWICE);
  });
}
