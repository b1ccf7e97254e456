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
  // The bytes that the build wrote as text into an element (`src/site/inline.rs`).
  var KEPT_OUT = [0, 9, 10, 13, 26, 27, 60, 127];
  program.bytes = function (element) {
    var text = element.textContent, bytes = new Uint8Array(element.getAttribute("data-length")), to = 0, bits = 0, held = 0;
    function take(digit) {
      held = (held << 7) | digit;
      bits += 7;
      if (bits < 8) return;
      bits -= 8;
      // What does not fit any more is what the last digit was filled up with.
      bytes[to++] = held >> bits;
    }
    for (var at = 0; at < text.length; at++) {
      var code = text.charCodeAt(at);
      if (code < 128) take(code);
      else {
        take(KEPT_OUT[(code >> 7) - 2]);
        take(code & 127);
      }
    }
    return bytes;
  };
  ["pushState", "replaceState"].forEach(function (name) {
    var step = history[name];
    history[name] = function (state, title, address) {
      // Without an address only the step's state changes.
      if (address) shown = inside(address) || shown;
      step.call(history, state, title, address);
    };
  });
  // Before the program hears of it. A link to a place on the page leads there by itself, and leaves an address that
  // says nothing of the page.
  window.addEventListener("popstate", function () {
    var address = inside(location.href);
    // Without the program all pages stand in this one, and such a place may be on any of them.
    if (!address && !document.documentElement.classList.contains("ready")) return;
    shown = address || shown.split("#")[0] + location.hash;
    try {
      if (!address) history.replaceState(history.state, "", program.outside(shown));
    } catch (error) {
      // A sandbox may refuse it.
    }
  });
})();
