// Starts the page. Classic script, ES2020: kernels without top-level await or import maps run it too.
// Whatever goes wrong, the HTML that is there stays as it is, and one line says so.
(function () {
  "use strict";
  var html = document.documentElement;
  function fail() {
    html.classList.remove("ready");
    html.classList.add("failed");
  }
  window.addEventListener("error", function (event) {
    if (window.WebAssembly && event.error instanceof WebAssembly.RuntimeError) fail();
  });
  var script = document.getElementById("page-script");
  var wasm = document.getElementById("page-wasm");
  if (!script || !wasm || !window.WebAssembly) {
    fail();
    return;
  }
  import(script.href)
    .then(function (page) {
      return page.default({ module_or_path: wasm.href });
    })
    .catch(fail);
})();
