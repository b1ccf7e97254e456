// Makes <report-explorer> a frame; its inside stays until that answers.
(function (tag, word, place, script) {
"use strict";
var site = script && /^(.*\/)embed\.js([?#].*)?$/.exec(script.src);

function mount(element) {
  function get(name) { return element.getAttribute(name); }
  // Beats rules that hosts have for all frames.
  function resize(height) {
    frame.style.cssText = "all:initial!important;display:block!important;width:100%!important;height:" + height + "px!important";
  }
  // What lies that far down in the frame, below what the host keeps on top of its page.
  function show(top) {
    frame.style.setProperty("scroll-margin-top", -top + "px", "important");
    if (frame.style.scrollMarginTop) frame.scrollIntoView();
  }
  // Where the host's address points to, unless that is in the host.
  function open() {
    var fragment = location.hash.slice(1);
    if (get("hash") == null || !place.test(fragment) || document.getElementById(fragment)) return;
    frame.loading = "eager";
    if (!ready) return;
    frame.contentWindow.postMessage({ reportExplorer: 1, type: "open", fragment: fragment }, base);
    if (!/\//.test(get("view"))) show(0);
  }
  var frame = document.createElement("iframe"), link = element.querySelector("a"), path = get("year") + "/embed/" + get("view"), query = "", ready, base;
  if (!/^([a-z0-9-]+\/)?\d{4}\/embed\/(explorer|search|(chart|figure|topic|compare)\/[a-z0-9-]+)$/.test(path) || element.querySelector("iframe")) return;
  // Modules, import() and tools that put scripts in tell no address; the link inside has it.
  base = site || link && RegExp("^(https?:.*?/)" + get("year") + "/((charts|figures)/.*|search/)?$").exec(link.href);
  if (!base) {
    if (document.readyState == "loading") addEventListener("DOMContentLoaded", function () { mount(element); });
    else console.error(tag + ': write <script src=".../embed.js"></script>, or keep the link inside the element');
    return;
  }
  base = base[1];
  "theme large plain table download lang events height".replace(/\w+/g, function (name) {
    if (get(name) != null) query += "&" + name + "=" + (word.test(get(name)) ? get(name) : 1);
  });
  resize(1);
  frame.title = element.title || tag;
  frame.loading = "lazy";
  open();
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
    if (data.type == "event" && word.test(value = data.name || "") && get("events") != null) element.dispatchEvent(new CustomEvent(tag, { bubbles: true, detail: { name: value } }));
    // None where the reader went on to a page.
    if (data.type == "place" && ready && (value = data.fragment, value === "" || word.test(value || ""))) {
      if (get("hash") != null) history.replaceState(history.state, "", location.href.split("#")[0] + (value && "#" + value));
      if (data.top >= 0) show(data.top);
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
})("report-explorer", /^[\w-]+$/, /^(([ft]|part|section)-[\w-]+|s\d+|letter|shortcomings)$/, document.currentScript);
