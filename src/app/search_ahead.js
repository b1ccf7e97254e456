// Asks for the search program while the page itself still comes, in the script that begins with `head.js`: the box is
// there as soon as the text, and whoever touches the page anywhere has that program, too. `programs.js` takes what
// comes; where readers save data, or a service worker has it, it is asked for later.
(function () {
  var html = document.documentElement, line = navigator.connection, worker = navigator.serviceWorker;
  if (!window.DecompressionStream || !window.fetch || (line && line.saveData) || (worker && worker.controller)) return;
  var page = performance.getEntriesByType("navigation")[0], plain = document.currentScript.getAttribute("data-search");
  // A host that sends pages as brotli most likely sends programs so, a tenth smaller than as gzip.
  var isBrotli = page && page.contentEncoding === "br";
  html.searchAhead = fetch(isBrotli ? plain : plain + ".gz").then(function (response) {
    if (!isBrotli || response.headers.get("Content-Encoding")) return response;
    response.body.cancel();
    return fetch(plain + ".gz");
  });
  // What nobody waits for leaves the line to it.
  html.searchCome = html.searchAhead.then(function (response) {
    return response.clone().arrayBuffer();
  });
  html.searchCome.catch(function () {});
})();
