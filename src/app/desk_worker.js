// Carries out the desk's tasks beside the page, so that typing never waits for them.
var started;

// The PDF program: bytes of a file in, bytes of its text out.
function readPdf(module, bytes) {
  return WebAssembly.instantiate(module, {}).then(function (instance) {
    var exports = instance.exports;
    var place = exports.input(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    exports.read();
    return new Uint8Array(exports.memory.buffer.slice(exports.output(), exports.output() + exports.output_length()));
  });
}

self.onmessage = function (event) {
  var asked = event.data;
  if (asked.module) {
    if (asked.script) importScripts(asked.script);
    started = wasm_bindgen({ module_or_path: asked.module });
    return;
  }
  var answer = asked.pdf ? readPdf(asked.pdf, asked.bytes) : started.then(function () {
    return wasm_bindgen.perform(asked.task);
  });
  answer.then(
    function (answer) {
      self.postMessage({ number: asked.number, answer: answer }, [answer.buffer]);
    },
    function (error) {
      self.postMessage({ number: asked.number, error: String(error) });
    },
  );
};
