// What a file weighs on the way: its bytes as they are, by gzip, by brotli.
const zlib = require("zlib");

const weigh = (bytes) => [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, zlib.brotliCompressSync(bytes).length];

module.exports = { weigh };
