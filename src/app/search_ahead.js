// Asks for the search program while the page itself still comes, inside the page: the box is there as soon as the
// text, and whoever touches the page anywhere has that program, too. `programs.js` takes what comes; where readers
// save data, or a service worker has it, it is asked for later.
(function () {
  var program = document.getElementById("program"), line = navigator.connection, worker = navigator.serviceWorker;
  if (!window.DecompressionStream || !window.fetch || (line && line.saveData) || (worker && worker.controller)) return;
  program.ahead = fetch(new URL(program.getAttribute("data-search") + ".gz", program.src));
  program.ahead.catch(function () {});
})();
