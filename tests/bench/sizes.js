// Prints the size of every file named, as is and as a server may compress it, and the sums.
const fs = require("fs");
const path = require("path");
const { weigh } = require("./weigh.js");

const rows = process.argv.slice(2).map((file) => [...weigh(fs.readFileSync(file)), path.basename(file)]);
rows.push([0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column], 0)).concat("all"));
for (const [plain, gzip, brotli, name] of rows) {
  console.log([plain, gzip, brotli].map((size) => String(size).padStart(9)).join("") + "  " + name);
}
