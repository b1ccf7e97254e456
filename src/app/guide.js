// The embed guide's tool: puts what the webmaster chose into the codes and the preview, and copies them.
// The preview is the view itself at the width of the host's column, so its height is the one that the codes carry:
// it knows what no table of heights could, the fonts, the large print and the open table.
(function () {
  "use strict";
  var form = document.querySelector(".embed-tool"), preview = document.querySelector(".view-preview");
  if (!form || !preview) return;
  var year = form.getAttribute("data-year");
  // Where the site says no address of its own, it is where this page is.
  var here = new URL("../", location.href).href, address = form.getAttribute("data-address") || here;
  var templates = [].map.call(document.querySelectorAll(".code-template"), function (template) {
    return template.content.textContent;
  });
  var given = templates.length && /src="([^"]*)embed\.js"/.exec(templates[0]);

  // Whether the webmaster typed a height, which holds for this view.
  var typed = false;
  // Whether the preview has not said its height yet, what waits for that and how long, and the pause after a letter.
  var isLoading = false, waiting, patience, pause = 0;

  // The view that a page of the site leads here for.
  function choose(view) {
    if (view) form.view.value = view;
    if (form.view.selectedIndex < 0) form.view.selectedIndex = 0;
  }

  // Numbers work in pages of any encoding; words can be read where the page is UTF-8.
  function escape(text) {
    var special = form.utf8.checked ? /[&<>"']/g : /[^ -~]|[&<>"']/gu;
    return text.replace(special, function (char) { return "&#" + char.codePointAt(0) + ";"; });
  }

  function isWhole() {
    return form.view.value === "explorer" || form.view.value === "search";
  }

  function choices() {
    var values = [];
    if (form.theme.value !== "auto") values.push(["theme", form.theme.value]);
    ["large", "plain", "table", "download", "events"].forEach(function (name) {
      if (form[name].checked) values.push([name, form[name].value]);
    });
    return values;
  }

  function height() {
    return Math.min(form.height.max, Math.max(form.height.min, form.height.value | 0));
  }

  function query() {
    return (isWhole() ? [["height", height()]] : []).concat(choices()).map(function (pair) { return pair.join("="); });
  }

  function write() {
    var view = form.view.value, option = form.view.selectedOptions[0], title = option.textContent;
    var attributes = choices().concat(form.hash.checked ? [["hash", "1"]] : []).map(function (pair) { return " " + pair[0] + '="' + pair[1] + '"'; }).join("");
    var picture = option.getAttribute("data-picture"), page = address + option.getAttribute("data-page"), asked = query().join("&amp;");
    [].forEach.call(document.querySelectorAll(".code"), function (code, at) {
      code.textContent = templates[at]
        .split(given[1]).join(escape(address))
        .replace(/(<a href=")[^"]*"/, function (all, before) { return before + escape(page) + '"'; })
        .replace(/height="\d+"/g, 'height="' + height() + '"').replace(/height:\d+px/g, "height:" + height() + "px")
        .replace(/ height="(\d+)">(<a )/, ' height="$1"' + attributes + ">$2")
        .replace(/(embed\/chosen-view\/)"/, "$1" + (asked ? "?" + asked : "") + '"')
        .replace(/(rel="noopener">)chosen-title/, function (all, before) {
          return before + (picture ? '<img src="' + escape(address + picture) + '" alt="' + escape(title) + '" width="100%">' : escape(title));
        })
        .split("chosen-view").join(view).split("chosen-title").join(escape(title));
    });
  }

  // The frame says its height when it has loaded, and whenever that changes.
  function show() {
    var source = here + year + "/embed/" + form.view.value + "/?" + query().join("&");
    preview.style.width = form.width.value ? Math.min(form.width.max, Math.max(form.width.min, form.width.value | 0)) + "px" : "";
    if (preview.src !== source) {
      isLoading = true;
      preview.src = source;
    }
    if (isWhole()) preview.height = height();
    write();
  }

  window.addEventListener("message", function (event) {
    var data = event.data || 0;
    if (event.source !== preview.contentWindow || data.reportExplorer !== 1 || data.type !== "height") return;
    if (!(data.height >= +form.height.min && data.height <= +form.height.max)) return;
    preview.height = Math.ceil(data.height);
    if (!isWhole() && !typed) {
      form.height.value = preview.height;
      write();
    }
    isLoading = false;
    goOn();
  });

  // What was pressed while the preview was not there yet.
  function goOn() {
    var then = waiting;
    clearTimeout(patience);
    waiting = undefined;
    if (then) then();
  }

  // Code is copied with the height of what was chosen last, which the preview says.
  function whenSettled(then) {
    if (pause) apply();
    if (!isLoading) return then();
    waiting = then;
    clearTimeout(patience);
    patience = setTimeout(goOn, 1000);
  }

  function apply() {
    clearTimeout(pause);
    pause = 0;
    if (!typed) form.height.value = isWhole() ? form.height.defaultValue : preview.height;
    show();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".copy-code");
    if (!button) return;
    var code = button.closest("p").previousElementSibling, said = button.parentNode.querySelector("[role=status]");
    function selected() {
      getSelection().selectAllChildren(code);
      var copied = false;
      try { copied = document.execCommand("copy"); } catch (error) { /* The selection stays to be copied by hand. */ }
      said.textContent = form.getAttribute(copied ? "data-copied" : "data-copy-by-hand");
    }
    whenSettled(function () {
      if (navigator.clipboard && navigator.clipboard.writeText) {
        navigator.clipboard.writeText(code.textContent).then(function () { said.textContent = form.getAttribute("data-copied"); }, selected);
      } else {
        selected();
      }
    });
  });
  // What is being typed stays.
  form.addEventListener("input", function (event) {
    if (event.target === form.height) typed = form.height.value !== "";
    if (event.target !== form.width) return;
    clearTimeout(pause);
    pause = setTimeout(apply, 300);
  });
  form.addEventListener("change", function (event) {
    if (event.target === form.view) typed = false;
    // Leaving the field by a press on a button must not move that button.
    if (event.target !== form.width) apply();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.documentElement.classList.add("guided");
  choose(new URLSearchParams(location.search).get("view"));
  show();
})();
