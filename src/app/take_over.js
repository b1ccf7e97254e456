// What others do to a page: translators, extensions and minifiers change its nodes before the page
// program takes them over, and after. The program takes over only what is as it was built, else it
// draws the page anew; and it goes on where its nodes lie elsewhere now.
// A number for the nodes that the program will look for, as the build counts them (`src/site/shape.rs`):
// kinds of nodes in their order, without what it takes as it is.
function shapeOf(root) {
  var hash = 0x811c9dc5;
  function add(word) {
    for (var at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  function walk(node) {
    if (node.nodeType === 3) return add("t");
    if (node.nodeType === 8) return add("c");
    add("<" + node.nodeName.toLowerCase());
    if (!node.hasAttribute("data-raw")) [].forEach.call(node.childNodes, walk);
    add(">");
  }
  [].forEach.call(root.childNodes, walk);
  return (hash >>> 0).toString(16);
}

// Empties the page where it is not as it was built; says whether it did.
export function clearIfChanged() {
  var html = document.documentElement, app = document.getElementById("app"), shape = html.getAttribute("data-shape");
  if (shape === shapeOf(app)) return false;
  app.textContent = "";
  html.setAttribute("data-anew", "");
  return true;
}

// What stands on the page for something pressed before it was drawn anew, if anything does.
export function presentOf(element) {
  if (document.contains(element)) return element;
  var pressed = element.closest("a, button, summary, input, select, [data-open], .sentence");
  if (!pressed) return;
  if (pressed.id) return document.getElementById(pressed.id);
  var href = pressed.getAttribute("href");
  return href && [].filter.call(document.querySelectorAll("a"), function (link) {
    return link.getAttribute("href") === href;
  })[0];
}

// The child of `parent` in which a node lies now.
function childOf(parent, node) {
  while (node && node.parentNode !== parent) node = node.parentNode;
  return node;
}

// A translator wraps a text that the program still knows as its parent's child; what it then wraps
// is taken for it.
export function bearChanges() {
  var insertBefore = Node.prototype.insertBefore, removeChild = Node.prototype.removeChild;
  Node.prototype.insertBefore = function (node, next) {
    return insertBefore.call(this, node, childOf(this, next));
  };
  Node.prototype.removeChild = function (node) {
    var child = childOf(this, node);
    return child ? removeChild.call(this, child) : node;
  };
}
