// Writes the report's text as HTML with nothing else: no page can show it sooner.
const fs = require("fs");
const path = require("path");
const report = require("./report.js");

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function writeBarePage(model, target) {
  const blocks = report.sections(model).flatMap((section) => section.blocks);
  const lines = blocks.map(({ tag, sentences }) => `<${tag}>${escape(sentences.map(({ text }) => text).join(""))}</${tag}>`);
  const head =
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${escape(model.title)}</title><link rel="icon" href="data:,"></head>\n<body>\n`;
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, "index.html"), `${head}${lines.join("\n")}\n</body></html>\n`);
}

module.exports = { writeBarePage };
