// Starts the desk and gives its program what only a script can: a worker with the same program for what
// takes long, files that are dropped, pasted or chosen, and a place to keep the work between visits.
import { addressBeside, compile, get, html, load, loadScript, program, readBytes } from "./programs.js";

// The worker, once it is asked for; what it has not answered yet, by number.
var worker;
var asked = {};
var lastNumber = 0;
var module;

function name(of) {
  return program.getAttribute("data-" + of);
}

function loadModule(of) {
  return load(name(of), compile);
}

function startWorker() {
  var inside = document.getElementById(name("worker"));
  // In one file it has its program's script in itself.
  worker = new Worker(inside ? URL.createObjectURL(new Blob([inside.textContent], { type: "text/javascript" })) : addressBeside(name("worker")));
  worker.onmessage = function (event) {
    var waiting = asked[event.data.number];
    if (!waiting) return;
    delete asked[event.data.number];
    if (event.data.answer) waiting.done(event.data.answer);
    else {
      // A program that broke is thrown away; the next question starts another.
      stopWorker();
      waiting.fail(event.data.error);
      rejectAll(event.data.error);
    }
  };
  worker.onerror = function (event) {
    stopWorker();
    rejectAll(event.message);
  };
  worker.postMessage({ script: inside ? null : addressBeside(name("script")), module: module });
}

function stopWorker() {
  if (worker) worker.terminate();
  worker = undefined;
}

function rejectAll(why) {
  Object.keys(asked).forEach(function (number) {
    asked[number].fail(why);
  });
  asked = {};
}

function isPdf(bytes) {
  // Some programs write a few bytes in front.
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).indexOf("%PDF-") >= 0;
}

// What the program asks of a file that lies beside this script.
program.file = function (of) {
  // Both are packed already; in one file they stand in the page.
  var read = document.getElementById(name(of)) ? load(name(of), readBytes) : get(addressBeside(name(of))).then(readBytes);
  return read.then(function (buffer) {
    return new Uint8Array(buffer);
  });
};

// A task, as bytes, carried out beside the page; the outcome as bytes.
program.perform = function (task) {
  if (!worker) startWorker();
  var number = ++lastNumber;
  return new Promise(function (done, fail) {
    asked[number] = { done: done, fail: fail };
    worker.postMessage({ number: number, task: task }, [task.buffer]);
  });
};

// The text of a PDF, by a program that comes only for it.
program.readPdf = function (bytes) {
  return loadModule("pdf").then(function (pdf) {
    if (!worker) startWorker();
    var number = ++lastNumber;
    return new Promise(function (done, fail) {
      asked[number] = { done: done, fail: fail };
      worker.postMessage({ number: number, pdf: pdf, bytes: bytes }, [bytes.buffer]);
    });
  });
};

program.cancel = function () {
  stopWorker();
  rejectAll("cancelled");
};

// Work is kept in this browser alone.
function store(mode, act) {
  return new Promise(function (done, fail) {
    var open = indexedDB.open("report-explorer-desk", 1);
    open.onupgradeneeded = function () {
      open.result.createObjectStore("work");
    };
    open.onerror = function () {
      fail(open.error);
    };
    open.onsuccess = function () {
      var transaction = open.result.transaction("work", mode);
      var request = act(transaction.objectStore("work"));
      transaction.oncomplete = function () {
        open.result.close();
        done(request.result);
      };
      transaction.onabort = transaction.onerror = function () {
        open.result.close();
        fail(transaction.error);
      };
    };
  });
}

// Each piece of work has a slot of its own, named by when it was begun; the oldest give way.
var SLOTS = 5;
var slot = Date.now();

program.keep = function (work) {
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () {});
  return store("readwrite", function (works) {
    works.getAllKeys().onsuccess = function (event) {
      event.target.result.sort().slice(0, -SLOTS).forEach(function (old) {
        if (old !== slot) works.delete(old);
      });
    };
    return works.put({ slot: slot, work: work, at: Date.now() }, slot);
  });
};

// The work of earlier visits, the last first: slot, bytes, and when it was kept, as people read it.
program.kept = function () {
  return store("readonly", function (works) {
    return works.getAll();
  }).then(function (kept) {
    return kept.sort(function (one, other) {
      return other.at - one.at;
    }).map(function (each) {
      return [each.slot, each.work, new Date(each.at).toLocaleString("zh-CN")];
    });
  });
};

program.forget = function (slot) {
  return store("readwrite", function (works) {
    return works.delete(slot);
  });
};

// Goes on in a slot; without one the next work has its own.
program.takeSlot = function (known) {
  slot = known || Date.now();
};

// Whether leaving the page would lose something.
program.unsaved = false;
window.addEventListener("beforeunload", function (event) {
  if (!program.unsaved) return;
  event.preventDefault();
  event.returnValue = "";
});

// Calls `take` with the name and the bytes of each file that is dropped, pasted or chosen.
program.listenFiles = function (take) {
  function read(files) {
    [].forEach.call(files, function (file) {
      new Response(file).arrayBuffer().then(function (buffer) {
        var bytes = new Uint8Array(buffer);
        take(file.name, bytes, isPdf(bytes));
      });
    });
  }
  function hold(event) {
    if (![].some.call(event.dataTransfer ? event.dataTransfer.types : [], function (type) { return type === "Files"; })) return;
    event.preventDefault();
    html.classList.toggle("dragging", event.type === "dragover");
    if (event.type === "drop") read(event.dataTransfer.files);
  }
  ["dragover", "dragleave", "drop"].forEach(function (type) {
    document.addEventListener(type, hold);
  });
  document.addEventListener("paste", function (event) {
    if (event.target.closest("input, textarea")) return;
    var data = event.clipboardData, text = data.getData("text/html") || data.getData("text/plain");
    if (data.files.length) read(data.files);
    else if (text) {
      var kind = data.getData("text/html") ? "html" : "txt";
      take("paste." + kind, new TextEncoder().encode(text), false);
    }
  });
  document.addEventListener("change", function (event) {
    if (!event.target.matches("input[type=file]")) return;
    read(event.target.files);
    // The same file may be chosen again.
    event.target.value = "";
  });
};

// The characters that are selected in the text, start and end; elements with a `data-start` know where
// their own begin.
program.selected = function () {
  var selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return [];
  var range = selection.getRangeAt(0);
  function at(node, offset) {
    var element = node.nodeType === 1 ? node : node.parentNode, own = element.closest("[data-start]");
    if (!own) return null;
    var before = document.createRange();
    before.selectNodeContents(own);
    before.setEnd(node, offset);
    return Number(own.getAttribute("data-start")) + Array.from(before.toString()).length;
  }
  var start = at(range.startContainer, range.startOffset), end = at(range.endContainer, range.endOffset);
  return start === null || end === null ? [] : [start, end];
};

function fail(error) {
  console.error("report explorer: the desk did not start: " + error);
  html.classList.add("failed");
}

if (!window.WebAssembly || !window.Worker) fail("the browser lacks WebAssembly or workers");
else {
  Promise.all([loadModule("desk"), loadScript(name("script"))]).then(function (come) {
    module = come[0];
    return wasm_bindgen({ module_or_path: module }).then(function () {
      html.classList.add("ready");
      wasm_bindgen.open();
    });
  }).catch(fail);
}
