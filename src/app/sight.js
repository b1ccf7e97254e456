// What the reader sees: brings a place into view so that no bar lies over it, and keeps in the
// history which place that was, so that Back leads to the same sentence.
var BARS = ".contents.narrow, .places, .search:not(.open), .found-bar, .card.open";
var LINKS = "main a[href], .card a[href]";
// Space between a place and the bar that would cover it.
var MARGIN = 8;
// How long scrolling pauses before its place is kept.
var PAUSE = 150;
// Where the history says the reader was when this entry was left; where they should come as soon as
// the page is long enough; whether it stands where they left it and nothing has been done since, and what place that
// is when the document begins with it.
// The link that was followed last, with the address it was followed from: there the keyboard comes back to.
// And what was opened last, with the pixels scrolled before and after it was brought clear of its card.
var left, awaited, isResting, resting, pause, followed, opened;

function rectOf(element) {
  return element.getBoundingClientRect();
}

// What is free of the window, from top to bottom, for something as wide as `rect`.
function freeArea(rect) {
  var free = { top: 0, bottom: window.innerHeight };
  [].forEach.call(document.querySelectorAll(BARS), function (bar) {
    var box = rectOf(bar), position = getComputedStyle(bar).position;
    if (!box.height || box.right <= rect.left || box.left >= rect.right) return;
    // One that sticks is at the top once the page is scrolled.
    if (position === "sticky") free.top = Math.max(free.top, box.height);
    if (position !== "fixed") return;
    if (box.top + box.bottom > window.innerHeight) free.bottom = Math.min(free.bottom, box.top);
    else free.top = Math.max(free.top, box.bottom);
  });
  return free;
}

function isWithin(rect, free) {
  return rect.top >= free.top && rect.bottom <= free.bottom;
}

// What should be read of a place: the sentence it stands in, so far as `height` has room for it and the place.
function areaToRead(element, height) {
  var rect = rectOf(element), sentence = element.closest(".sentence"), whole = sentence && rectOf(sentence);
  if (!whole || rect.bottom - whole.top > height) return rect;
  return { top: whole.top, height: Math.min(whole.height, height) };
}

// Scrolls, without motion and only where it is needed, until the whole element can be read, or its
// beginning where it is too high. `isPressed`: it was where the reader pressed it.
export function show(element, isPressed) {
  opened = undefined;
  if (isResting) return;
  layOutAll();
  var free = freeArea(rectOf(element)), before = window.pageYOffset;
  if (isWithin(rectOf(element), free)) return;
  var height = free.bottom - free.top - 2 * MARGIN, area = areaToRead(element, height);
  // What was pressed moves as little as it can; what was not comes to the middle.
  var above = isPressed && area.top < free.top ? 0 : (height - area.height) / 2;
  window.scrollBy(0, area.top - free.top - MARGIN - Math.max(0, above));
  if (isPressed) opened = { element: element, before: before, after: window.pageYOffset };
}

// What was brought clear of a card stands where it was pressed when the card is closed, unless the reader
// has gone on or would not see it there.
function putBack() {
  var was = opened, rect, free;
  opened = undefined;
  if (!was || Math.abs(window.pageYOffset - was.after) > 1) return;
  window.scrollTo(0, was.before);
  rect = rectOf(was.element);
  free = freeArea(rect);
  if (rect.bottom <= free.top || rect.top >= free.bottom) window.scrollTo(0, was.after);
}

// The first sentence that can be read and where it stands, on pages without sentences the first piece with a
// name of its own; for what stands above them, the pixels scrolled.
function place() {
  var found, sentences = document.querySelectorAll("main .sentence[id]");
  var pieces = sentences.length ? sentences : document.querySelectorAll("main [id]");
  for (var at = 0; at < pieces.length && !found; at++) {
    var rect = rectOf(pieces[at]);
    if (rect.bottom > freeArea(rect).top) found = { id: pieces[at].id, top: rect.top };
  }
  return {
    y: window.pageYOffset,
    piece: window.pageYOffset ? found : undefined,
    link: followed && followed.from === location.href ? followed : undefined,
  };
}

function keepPlace() {
  clearTimeout(pause);
  var now = place(), state = history.state || {};
  // The browser takes its time to write what is there already.
  if (JSON.stringify(state.place) === JSON.stringify(now)) return;
  try {
    history.replaceState(Object.assign({}, state, { place: now }), "");
  } catch (error) {
    // A sandbox may refuse it; the reader then comes back to the top.
  }
}

// Before anything is measured: the first view has only estimates for what lies further down.
export function layOutAll() {
  document.documentElement.classList.remove("first-view");
}

// All links of the page's own part, and of the card over it, that lead there.
function linksTo(href) {
  return [].filter.call(document.querySelectorAll(LINKS), function (link) {
    return link.getAttribute("href") === href;
  });
}

function follow(event) {
  var link = event.target.closest && event.target.closest(LINKS);
  var href = link && link.getAttribute("href");
  if (link) followed = { from: location.href, href: href, nth: linksTo(href).indexOf(link) };
}

// The contents that lie over the text close where the reader presses beside them.
function foldContents(pressed) {
  var contents = document.querySelector(".contents.narrow[open]");
  if (contents && !contents.contains(pressed)) contents.open = false;
}

function returnTo(place) {
  var link = place.link && linksTo(place.link.href)[place.link.nth];
  layOutAll();
  if (link && link.focus) {
    link.focus({ preventScroll: true });
    var card = link.closest(".card.open");
    // A card scrolls by itself.
    if (card) card.scrollTop += rectOf(link).bottom - Math.min(rectOf(link).bottom, rectOf(card).bottom - MARGIN);
  }
  var piece = place.piece && document.getElementById(place.piece.id);
  if (piece) window.scrollBy(0, rectOf(piece).top - place.piece.top);
  else window.scrollTo(0, place.y);
  if (piece && piece.matches(".sentence")) return;
  // What was found comes later than the page.
  var isThere = Math.abs(piece ? rectOf(piece).top - place.piece.top : window.pageYOffset - place.y) <= 1;
  awaited = (place.link && !link) || !isThere ? place : undefined;
}

// In a window of another width, as when a phone is turned, all stands elsewhere: the reader does not.
function watchWidth() {
  var width = window.innerWidth;
  window.addEventListener("resize", function () {
    var kept = history.state && history.state.place;
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    // What the browser has scrolled by itself is no place that was read.
    clearTimeout(pause);
    if (!kept || !kept.piece) return;
    requestAnimationFrame(function () {
      returnTo({ y: kept.y, piece: kept.piece });
      // Where the card lies over the text now, it would cover what it speaks of.
      var spoken = document.querySelector(".card.open") && document.querySelector("main .opened");
      if (spoken) show(spoken);
    });
  });
}

// The rest of the style is there, in which all may stand elsewhere: who has come back and done nothing since is
// still where they were.
export function stayInPlace() {
  if (isResting && resting) returnTo(resting);
}

// The page has grown.
export function settle() {
  if (awaited) returnTo(awaited);
}

// The page that a step of the history leads to is drawn: where that step is known, the reader is where
// they left it, unless the step only closed something, which leaves them where they are. Says
// whether the page stands where it should.
export function arriveBySteps(closes) {
  var place = left;
  left = undefined;
  layOutAll();
  if (closes) {
    putBack();
  } else if (place) {
    returnTo(place);
    isResting = true;
  }
  return !!place;
}

// The keyboard goes to places that bars cover: the browser counts them as seen. What stands beside the text is
// scrolled by the browser in its own box.
function followFocus(event) {
  var element = event.target, bar = element.closest && element.closest(BARS + ", .contents.wide");
  if (!element.closest || (bar && getComputedStyle(bar).position !== "static")) return;
  requestAnimationFrame(function () {
    if (document.activeElement === element && element.id !== "main") show(element);
  });
}

// `isElsewhere`: the history has moved on to a page that this document does not show yet.
export function watchSight(isElsewhere) {
  var isByKey, known = history.state && history.state.place;
  history.scrollRestoration = "manual";
  if (known && isElsewhere) {
    left = known;
  } else if (known) {
    resting = known;
    returnTo(known);
    isResting = true;
  }
  function listen(type, act) {
    window.addEventListener(type, act, true);
  }
  listen("scroll", function (event) {
    if (event.target !== document) return;
    clearTimeout(pause);
    pause = setTimeout(keepPlace, PAUSE);
  });
  ["wheel", "touchstart", "keydown", "mousedown"].forEach(function (type) {
    listen(type, function () {
      // Before anybody scrolls it.
      layOutAll();
      awaited = undefined;
      isResting = false;
    });
  });
  // What follows may leave the page.
  ["click", "submit"].forEach(function (type) {
    listen(type, function (event) {
      // A step of the history that led to no other page has left its place behind.
      left = undefined;
      isResting = false;
      follow(event);
      keepPlace();
      foldContents(event.target);
    });
  });
  watchWidth();
  listen("pagehide", keepPlace);
  listen("popstate", function (event) {
    clearTimeout(pause);
    if (!event.isTrusted) return;
    isResting = false;
    left = event.state && event.state.place;
  });
  listen("keydown", function (event) {
    isByKey = event.key === "Tab";
  });
  listen("mousedown", function () {
    isByKey = false;
  });
  listen("focusin", function (event) {
    if (isByKey) followFocus(event);
  });
}
