// Makes <report-explorer> a frame; its inside stays until that answers.
(function (tag, word, script) {
"use strict";
var base = script && script.src.replace(/[^\/]*([?#].*)?$/, "");

function mount(element) {
  function get(name) { return element.getAttribute(name); }
  // Beats rules that hosts have for all frames.
  function resize(height) {
    frame.style.cssText = "all:initial!important;display:block!important;width:100%!important;height:" + height + "px!important";
  }
  function open() {
    if (ready && get("hash") != null) frame.contentWindow.postMessage({ reportExplorer: 1, type: "open", fragment: location.hash.slice(1) }, base);
  }
  var frame = document.createElement("iframe"), path = get("year") + "/embed/" + get("view"), query = "", ready;
  if (!base || !/^\d{4}\/embed\/(explorer|search|(chart|figure|topic)\/[a-z0-9-]+)$/.test(path) || element.querySelector("iframe")) return;
  "theme large plain table download lang events height".replace(/\w+/g, function (name) {
    if (get(name) != null) query += "&" + name + "=" + (word.test(get(name)) ? get(name) : 1);
  });
  resize(1);
  frame.title = element.title || tag;
  frame.loading = "lazy";
  frame.allow = "clipboard-write; web-share; fullscreen";
  frame.sandbox = "scripts same-origin popups popups-to-escape-sandbox downloads forms top-navigation-by-user-activation".replace(/^| /g, " allow-");
  frame.src = base + path + "/" + query.replace("&", "?");
  element.style.cssText += ";display:block;min-height:" + (get("height") | 0 || 480) + "px";
  element.insertBefore(frame, element.firstChild);
  addEventListener("hashchange", open);
  addEventListener("message", function (event) {
    var data = event.data || 0, value = data.height;
    if (data.reportExplorer !== 1 || event.source != frame.contentWindow || base.indexOf(event.origin + "/")) return;
    if (data.type == "height" && (value | 0) === value && value > 39 && value < 20001) {
      resize(value);
      element.style.minHeight = 0;
      while (frame.nextSibling) frame.nextSibling.remove();
      if (!ready) open(ready = 1);
    }
    if (!word.test(value = data.fragment || data.name || "")) return;
    if (data.type == "event" && get("events") != null) element.dispatchEvent(new CustomEvent(tag, { bubbles: true, detail: { name: value } }));
    if (data.type == "place") {
      if (get("hash") != null) history.replaceState(history.state, "", location.href.split("#")[0] + "#" + value);
      scrollBy(0, frame.getBoundingClientRect().top + data.top);
    }
  });
}

function start() { [].forEach.call(document.querySelectorAll(tag), mount); }
function View() { return Reflect.construct(HTMLElement, [], View); }
try {
  View.prototype = Object.create(HTMLElement.prototype, { connectedCallback: { value: function () { mount(this); } } });
  customElements.define(tag, View);
} catch (error) {
  addEventListener("DOMContentLoaded", start);
  start();
}
})("report-explorer", /^[\w-]+$/, document.currentScript);
