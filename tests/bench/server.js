// A static server that behaves as a host would: brotli, types, folders' index.html, 404.html. Folders are mounted
// under prefixes, so that one server holds all that is compared.
const fs = require("fs");
const http = require("http");
const path = require("path");
const zlib = require("zlib");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/// Lets the page read exact clocks; sent only where times of microseconds are taken in the page.
const ISOLATION = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/// Compressed once at the best quality and kept, so that no visit waits for it.
const compressed = new Map();

function compress(file) {
  const key = `${file} ${fs.statSync(file).mtimeMs}`;
  if (!compressed.has(key)) compressed.set(key, zlib.brotliCompressSync(fs.readFileSync(file)));
  return compressed.get(key);
}

/// The file that an address below a mounted folder means; none outside it.
function find(mounts, address) {
  const prefix = Object.keys(mounts).find((candidate) => address.startsWith(candidate));
  if (!prefix) return {};
  const file = path.join(mounts[prefix], address.slice(prefix.length));
  const inside = file === path.join(mounts[prefix]) || file.startsWith(path.join(mounts[prefix], path.sep));
  const stat = inside && fs.statSync(file, { throwIfNoEntry: false });
  if (stat && stat.isDirectory()) {
    return address.endsWith("/") ? { file: path.join(file, "index.html") } : { moved: `${address}/` };
  }
  return stat ? { file } : { lost: path.join(mounts[prefix], "404.html") };
}

function answer(mounts, headers, compresses, request, response) {
  const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const { file, moved, lost } = find(mounts, address);
  if (moved) return response.writeHead(301, { ...headers, Location: moved }).end();
  const found = [file, lost].find((candidate) => candidate && fs.existsSync(candidate));
  if (!found) return response.writeHead(404, { ...headers, "Content-Type": "text/plain" }).end("not found");
  const type = TYPES[path.extname(found)];
  const brotli = type && compresses && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const body = brotli ? compress(found) : fs.readFileSync(found);
  response.writeHead(found === file ? 200 : 404, {
    ...headers,
    "Content-Type": type ?? "application/octet-stream",
    "Content-Length": body.length,
    "Cache-Control": "max-age=600",
    ...(type && { Vary: "Accept-Encoding" }),
    ...(brotli && { "Content-Encoding": "br" }),
  });
  response.end(body);
}

/// Serves `mounts` ({"/prefix/": folder}) at a free port; gives the address without a slash, and how to stop. Many hosts
/// compress nothing: then `compresses` is false.
async function serve(mounts, { isolated = false, compresses = true } = {}) {
  const server = http.createServer((request, response) => answer(mounts, isolated ? ISOLATION : {}, compresses, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

module.exports = { serve };
