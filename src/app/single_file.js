// Addresses where the whole explorer is one file, `explorer.html`: no page lies beside it, so the place stands behind
// `#/` in the file's own address, and in memory where a sandbox refuses even that. Goes before `start.js`, there alone.
(function () {
  "use strict";
  // What the build wrote on <html> as `data-base`: the program reads its links from there.
  var root = "file:///";
  var shown = inside(location.href) || root;

  // The address inside the file; none for one such as `#main`, which leads to a place on the same page.
  function inside(address) {
    var at = address.indexOf("#");
    if (at < 0) return root;
    return address[at + 1] === "/" ? root + address.slice(at + 2) : "";
  }

  // The program's own script would make its address from this one's, which a page out of a blob has not.
  Object.defineProperty(document, "currentScript", { value: null });
  var program = document.getElementById("program");
  program.inside = function () {
    return shown;
  };
  program.outside = function (address) {
    return location.href.split("#")[0] + "#/" + address.slice(root.length);
  };
  // The bytes that the build wrote as text (`as_text` in `src/site/single_file.rs`).
  program.bytes = function (text) {
    var length = text.length - Math.ceil(text.length / 5), bytes = new Uint8Array(length + 3), words = new DataView(bytes.buffer);
    for (var at = 0, to = 0; at < text.length; at += 5, to += 4) {
      // What is left of the last digits is filled up with the highest.
      for (var place = 0, value = 0; place < 5; place++) {
        var code = at + place < text.length ? text.charCodeAt(at + place) : 120;
        value = value * 85 + code - (code > 60 ? 36 : 35);
      }
      words.setUint32(to, value);
    }
    return bytes.subarray(0, length);
  };
  ["pushState", "replaceState"].forEach(function (name) {
    var step = history[name];
    history[name] = function (state, title, address) {
      // Without an address only the step's state changes.
      if (address) shown = inside(address) || shown;
      step.call(history, state, title, address);
    };
  });
  // Before the program hears of it.
  window.addEventListener("popstate", function () {
    shown = inside(location.href) || shown;
  });
})();
