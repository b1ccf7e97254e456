// The embed guide's tool: puts what the webmaster chose into the codes and the preview, and copies them.
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

  function escape(text) {
    return text.replace(/[^ -~]|[&<>"']/gu, function (char) { return "&#" + char.codePointAt(0) + ";"; });
  }

  function show() {
    var view = form.view.value, option = form.view.selectedOptions[0], title = option.textContent;
    var whole = view === "explorer" || view === "search";
    var height = Math.min(form.height.max, Math.max(form.height.min, form.height.value | 0)), values = [];
    if (form.theme.value !== "auto") values.push(["theme", form.theme.value]);
    ["large", "plain", "table", "download", "events"].forEach(function (name) {
      if (form[name].checked) values.push([name, form[name].value]);
    });
    var query = (whole ? [["height", String(height)]] : []).concat(values).map(function (pair) { return pair.join("="); });
    var attributes = values.concat(form.hash.checked ? [["hash", "1"]] : []).map(function (pair) { return " " + pair[0] + '="' + pair[1] + '"'; }).join("");
    var picture = option.getAttribute("data-picture");
    var page = address + option.getAttribute("data-page");
    [].forEach.call(document.querySelectorAll(".code"), function (code, at) {
      code.textContent = templates[at]
        .split(given[1]).join(escape(address))
        .replace(/(<a href=")[^"]*"/, function (all, before) { return before + escape(page) + '"'; })
        .replace(/height="\d+"/g, 'height="' + height + '"').replace(/height:\d+px/g, "height:" + height + "px")
        .replace(/ height="(\d+)">(<a )/, ' height="$1"' + attributes + ">$2")
        .replace(/(embed\/chosen-view\/)"/, "$1" + (query.length ? "?" + query.join("&amp;") : "") + '"')
        .replace(/(rel="noopener">)chosen-title/, function (all, before) {
          return before + (picture ? '<img src="' + escape(address + picture) + '" alt="' + escape(title) + '" width="100%">' : escape(title));
        })
        .split("chosen-view").join(view).split("chosen-title").join(escape(title));
    });
    preview.height = height;
    preview.src = here + year + "/embed/" + view + "/?" + query.join("&");
  }

  window.addEventListener("message", function (event) {
    var data = event.data || 0;
    if (event.source !== preview.contentWindow || data.reportExplorer !== 1 || data.type !== "height") return;
    if (data.height >= form.getAttribute("data-lowest") && data.height <= form.getAttribute("data-highest")) preview.height = Math.ceil(data.height);
  });

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
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(code.textContent).then(function () { said.textContent = form.getAttribute("data-copied"); }, selected);
    } else {
      selected();
    }
  });
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.documentElement.classList.add("guided");
  show();
})();
