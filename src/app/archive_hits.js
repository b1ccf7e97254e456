// What the other reports of the site have on a query, on the search page: the archive program says which
// files it needs, they are fetched, until it has its answer.
import { load, loadArchive, program, readBytes } from "./programs.js";
import { settle } from "./sight.js";

var PLACE = "archive-hits";
// How long typing rests before anything is fetched.
var PAUSE = 350;
var pause;
// Number of the last question; an answer to an earlier one is not shown.
var asked = 0;
// What was looked for, where, and how often the reader asked for more.
var latest = {};

function show(text) {
  var place = document.getElementById(PLACE);
  if (place) place.innerHTML = text;
}

// The files of these paths, in their order.
function fetchAll(paths) {
  return Promise.all(paths.map(function (path) {
    return load(path, readBytes);
  }));
}

function goOn(archive, question, step) {
  if (question !== asked) return;
  if (!step.wanted) {
    show(step.html);
    settle();
    return;
  }
  return fetchAll(step.wanted).then(function (files) {
    // Another question may have begun meanwhile, and is what the program thinks of.
    if (question === asked) return goOn(archive, question, archive.goOn(files));
  });
}

function look() {
  var question = ++asked;
  loadArchive().then(function (archive) {
    if (question !== asked) return;
    return goOn(archive, question, archive.begin(latest.here, latest.query, latest.more));
  }).catch(function () {
    // What was wrong is in the console; the next letter asks again.
    var place = document.getElementById(PLACE);
    if (question === asked && place) place.textContent = place.getAttribute("data-failed");
  });
}

// Looks for a query in the other reports, where the page `here` has a place for them.
export function showOthers(here, query) {
  clearTimeout(pause);
  if (!document.getElementById(PLACE) || !program.getAttribute("data-archive")) return;
  if (latest.here === here && latest.query === query && document.getElementById(PLACE).firstChild) return;
  latest = { here: here, query: query, more: 0 };
  asked++;
  pause = setTimeout(look, PAUSE);
}

export function watchOthers() {
  document.addEventListener("click", function (event) {
    if (event.target.id !== "more-reports") return;
    latest.more++;
    look();
  });
}
