// The search box of every page, before and after the page is taken over: it hands what is typed to
// the search program and shows the HTML that comes back, below its field or, on the search page,
// in the page.
import { showOthers, watchOthers } from "./archive_hits.js";
import { addressBar, html, isIn, loadSearch, program } from "./programs.js";
import { settle } from "./sight.js";

var FIELD = "search-field", BOX = "search", HITS = "search-hits", RESULTS = "search-results";
var HIT = "#search-hits a";
// Most of a text that is handed on, so that megabytes that were pasted cost nothing; the program cuts
// it to what it looks for, and says so.
var LONGEST = 1000;
// How long typing pauses before the number of hits is said.
var PAUSE = 700;
// The page the box stands on, as its path from the root of the site, and what its address looks for.
var here = html.getAttribute("data-route") || "", lookedFor;
var pause, composing;
// Number of the last question; an answer to an earlier one is not shown.
var asked = 0;
// Whether Tab was the last key; and what the step of the history that the reader has come back to had in
// the box, until they do something.
var isByTab, stepped;

function byId(id) {
  return document.getElementById(id);
}

function query() {
  var field = byId(FIELD);
  return field ? field.value.slice(0, LONGEST) : "";
}

function isOpen() {
  var box = byId(BOX);
  return box && box.classList.contains("open");
}

export function closeBox() {
  var box = byId(BOX);
  if (!byId(RESULTS)) asked++;
  if (!box || !isOpen()) return;
  box.classList.remove("open");
  byId(HITS).innerHTML = "";
}

// The reader closes it. Where opening was a step of the history, closing goes back over it.
function leaveBox() {
  if (!isOpen()) return;
  closeBox();
  if (kept() && kept().covers) history.back();
  else keep(undefined);
}

// What the present step of the history has in the box: the query, the hit that was followed, and
// whether the box covers the page and Back closes it.
function kept() {
  return history.state && history.state.search;
}

function keep(search) {
  if (!search && !kept()) return;
  try {
    history.replaceState(Object.assign({}, history.state, { search: search }), "");
  } catch (error) {
    // A sandbox or a file may refuse it: Back then leads to the page without what was looked for.
  }
}

function openBox() {
  var box = byId(BOX);
  if (isOpen()) return;
  box.classList.add("open");
  if (getComputedStyle(box).position !== "fixed" || kept()) return;
  try {
    var place = history.state && history.state.place;
    history.pushState({ place: place, search: { covers: true } }, "");
  } catch (error) {
    // As above: Back leaves the page.
  }
}

// Back at a step from which a hit was followed: what was found is there again.
function returnToHits() {
  var search = stepped, field = byId(FIELD);
  if (!search || !field || byId(RESULTS)) return;
  field.value = search.query || "";
  showAnswer(function () {
    [].some.call(document.querySelectorAll(HIT), function (hit) {
      if (hit.href === search.hit) hit.focus();
      return hit.href === search.hit;
    });
  });
}

// Shows what the program answers to what is in the field now. While it comes, the box waits; a page
// of results has a place of its own for them.
function showAnswer(then) {
  if (isIn("failed")) return;
  var question = ++asked;
  loadSearch().then(function (search) {
    if (question !== asked) return;
    var results = byId(RESULTS), box = byId(BOX), shown = results || byId(HITS);
    if (!shown) return;
    var answer = search.answer(here, query(), results ? 1 : 0);
    shown.innerHTML = answer.html;
    offerOthers(shown);
    if (results) settle(), showOthers(here, query());
    else openBox();
    say(answer.count, shown);
    if (then) then();
  }).catch(function () {
    // What was wrong is in the console; the next letter asks again.
  });
}

// A site of several reports has a page that looks into all of them.
function offerOthers(shown) {
  var words = shown.getAttribute("data-elsewhere"), paragraph, link;
  if (!words || !query()) return;
  paragraph = document.createElement("p");
  link = document.createElement("a");
  link.className = "more";
  link.href = allHits();
  link.textContent = words;
  paragraph.appendChild(link);
  shown.appendChild(paragraph);
}

// The address of the page of all hits.
function allHits() {
  var form = byId(BOX).querySelector("form");
  return form.getAttribute("action") + (query() ? "?q=" + encodeURIComponent(query()) : "");
}

// How many hits there are, and what is said above them.
function say(count, shown) {
  clearTimeout(pause);
  pause = setTimeout(function () {
    var said = byId("search-said"), meanings = "";
    [].forEach.call(shown.querySelectorAll(".meaning"), function (meaning) {
      meanings += meaning.textContent;
    });
    if (said) said.textContent = count < 0 ? "" : meanings + count + said.getAttribute("data-unit");
  }, PAUSE);
}

// The present address with the query in it: on the search page it says what is looked for.
function addressOf(query) {
  var url = new URL(addressBar());
  if (query) url.searchParams.set("q", query);
  else url.searchParams.delete("q");
  return program.outside ? program.outside(url.href) : url.href;
}

// What an address has for a name in its query. It is UTF-8, but old pages and forms send GBK; a
// character that was cut off at the end is left out.
function queryValue(address, name) {
  var found = new RegExp("[?&]" + name + "=([^&#]*)").exec(address);
  if (!found) return "";
  var text = unescape(found[1].replace(/\+/g, " ").replace(/%.?$/, ""));
  // `%u8C03`, from pages older still.
  if (/[^\0-\xff]/.test(text)) return text;
  var bytes = Uint8Array.from(text, function (char) { return char.charCodeAt(0); });
  try {
    var utf8 = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    // Chinese has three bytes in it: what has two alone is GBK that could be either.
    if (/^[\0-\x7f]+$|[\u0800-\uffff]/.test(utf8)) return utf8;
  } catch (error) {
    // It is none.
  }
  return new TextDecoder("gbk").decode(bytes, { stream: true });
}

function typed() {
  if (byId(RESULTS)) {
    try {
      history.replaceState(history.state, "", addressOf(query()));
    } catch (error) {
      // A sandbox or a file has no address to write to.
    }
    // The page program listens for steps of the history.
    window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }
  showAnswer();
}

// The page program has come to a place. Where nothing is new, as when it takes the page over, what is
// in the box stays.
export function arrive(path, words) {
  if (stepped) setTimeout(returnToHits);
  if (path === here && words === lookedFor) return;
  var field = byId(FIELD), isAnswered = path === here && field && field.value === words;
  here = path;
  lookedFor = words;
  if (field && !isAnswered) field.value = words;
  closeBox();
  if (byId(RESULTS) && !isAnswered) showAnswer();
}

// Before the page is drawn anew: what is given back puts what is in the box into the new one, and says
// whether there is one.
export function keepBox() {
  var field = byId(FIELD), wasOpen = isOpen();
  var kept = field && { value: field.value, at: field.selectionStart, focused: document.activeElement === field };
  return function () {
    var fresh = byId(FIELD);
    if (!kept || !fresh) return !kept;
    fresh.value = kept.value;
    if (kept.focused) {
      fresh.focus();
      fresh.setSelectionRange(kept.at, kept.at);
    }
    if (wasOpen || byId(RESULTS)) showAnswer();
    return true;
  };
}

export function isInBox(event) {
  return event.target.closest && event.target.closest("#" + BOX);
}

function stepFocus(step) {
  var stops = Array.prototype.slice.call(byId(BOX).querySelectorAll("input, " + HIT));
  var at = stops.indexOf(document.activeElement);
  if (at < 0 || !stops[at + step]) return false;
  stops[at + step].focus();
  return true;
}

function pressKey(event) {
  isByTab = event.key === "Tab";
  stepped = undefined;
  if (!isInBox(event)) return;
  if (event.key === "Escape") {
    // The browser would empty the field; and a card that is open stays so.
    event.preventDefault();
    event.stopPropagation();
    byId(FIELD).focus();
    leaveBox();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (event.key === "ArrowDown" && event.target.id === FIELD && !isOpen()) showAnswer();
    if (stepFocus(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  }
}

// All hits stand on a page of their own; its link is followed as any other, by the program or by
// the browser.
function submit(event) {
  if (event.target.parentNode !== byId(BOX)) return;
  event.preventDefault();
  // There they are shown already.
  if (byId(RESULTS)) return;
  var link = document.createElement("a");
  link.href = allHits();
  byId(BOX).appendChild(link).click();
  link.remove();
}

// One listener for each event, on the document: the box itself may be drawn anew.
function listen(type, act) {
  document.addEventListener(type, function (event) {
    if (!isIn("failed")) act(event);
  }, true);
}

export function watchBox() {
  program.queryValue = queryValue;
  watchOthers();
  function inField(event) {
    return event.target.id === FIELD;
  }
  listen("focusin", function (event) {
    // Who only passes by with Tab is not made to walk through every hit.
    if (inField(event) && !isOpen()) isByTab || showAnswer();
    // The program that has gone back gives the keyboard to the page.
    else if (!isInBox(event) && !stepped) leaveBox();
  });
  listen("compositionstart", function (event) {
    if (inField(event)) composing = true;
  });
  // Engines differ in whether the last input comes before or after the end of a composition.
  listen("compositionend", function (event) {
    composing = false;
    if (inField(event)) typed();
  });
  listen("input", function (event) {
    if (inField(event) && !composing) typed();
  });
  listen("keydown", pressKey);
  listen("submit", submit);
  listen("mousedown", function (event) {
    isByTab = false;
    stepped = undefined;
    if (!isInBox(event)) leaveBox();
  });
  listen("click", function (event) {
    stepped = undefined;
    if (event.target.id === "search-close") return leaveBox();
    // Closed by Escape, it still has the keyboard.
    if (inField(event) && !isOpen()) return showAnswer();
    var hit = isInBox(event) && event.target.closest("a");
    // In another tab it leaves this one as it is.
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!byId(RESULTS)) keep(Object.assign({}, kept(), { query: query(), hit: hit.href }));
    // It may lead to the place that is shown already.
    setTimeout(closeBox);
  });
  window.addEventListener("popstate", function (event) {
    if (!event.isTrusted) return;
    // A phone's keyboard goes with it.
    if (isOpen() && document.activeElement.blur) document.activeElement.blur();
    closeBox();
    stepped = kept();
    // The page program, where there is one, goes to the step's page first.
    setTimeout(returnToHits);
  });
  window.addEventListener("pageshow", function (event) {
    stepped = event.persisted && kept();
    returnToHits();
  });
  var field = byId(FIELD);
  if (!field) return;
  lookedFor = queryValue(addressBar(), "q");
  if (!field.value) field.value = lookedFor;
  // Who turned to the box before this script came waits for it already, perhaps with words in it.
  if (document.activeElement === field || field.value !== lookedFor || byId(RESULTS)) showAnswer();
  // The page may have been left and loaded anew; one that is loaded again begins anew.
  if (performance.navigation && performance.navigation.type === performance.navigation.TYPE_BACK_FORWARD) {
    stepped = kept();
    returnToHits();
  } else keep(undefined);
}
