// Reads of a WebAssembly module what it weighs: its sections and its functions, each by name.

const SECTIONS = { custom: 0, import: 2, code: 10, data: 11 };
const FUNCTION_NAMES = 1;
const KIND = { function: 0, table: 1, memory: 2, global: 3 };

/// A place in the module that moves on with what is read.
class Cursor {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  /// An unsigned number in LEB128.
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  text() {
    return this.take(this.number()).toString();
  }

  /// A vector: its length, then every element by `read`.
  list(read) {
    return Array.from({ length: this.number() }, () => read(this));
  }

  limits() {
    if (this.byte() & 1) this.number();
    this.number();
  }
}

/// Passes over an import; whether it is a function, since functions are numbered with those imported in front.
function isFunction(cursor) {
  cursor.text();
  cursor.text();
  const kind = cursor.byte();
  if (kind === KIND.function) cursor.number();
  if (kind === KIND.table) cursor.byte();
  if (kind === KIND.table || kind === KIND.memory) cursor.limits();
  if (kind === KIND.global) cursor.take(2);
  return kind === KIND.function;
}

/// The functions' names in the custom section "name", by number.
function namesIn(section) {
  const cursor = new Cursor(section);
  while (cursor.at < section.length) {
    const kind = cursor.byte();
    const content = cursor.take(cursor.number());
    if (kind === FUNCTION_NAMES) return new Map(new Cursor(content).list((entry) => [entry.number(), entry.text()]));
  }
  return new Map();
}

/// Functions with their names and bytes, the data section, and the bytes of all sections but names.
function readModule(bytes) {
  const cursor = new Cursor(bytes, 8);
  let [imported, names, sizes, data, total] = [0, new Map(), [], Buffer.alloc(0), 8];
  while (cursor.at < bytes.length) {
    const start = cursor.at;
    const id = cursor.byte();
    const content = cursor.take(cursor.number());
    const inside = new Cursor(content);
    if (id === SECTIONS.custom && inside.text() === "name") {
      names = namesIn(content.subarray(inside.at));
      continue;
    }
    total += cursor.at - start;
    if (id === SECTIONS.import) imported = inside.list(isFunction).filter(Boolean).length;
    if (id === SECTIONS.code) sizes = inside.list((body) => ((before) => (body.take(body.number()), body.at - before))(body.at));
    if (id === SECTIONS.data) data = content;
  }
  return { functions: sizes.map((size, at) => ({ name: names.get(imported + at) ?? "", size })), data, total };
}

module.exports = { readModule };
