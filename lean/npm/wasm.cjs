'use strict';
// Rewrites the WebAssembly half of the Lean build (lean.wasm).
//
// As published it exports 200,000 functions. Every thread makes a JavaScript object of each, which takes half a second,
// and some versions of Node refuse the file. All but the few that the script uses move into the function table; their
// sorted names go to a file of their own, so that an address is the table's old size plus the rank of the name.

const SECTION = { type: 1, imports: 2, functions: 3, table: 4, exports: 7, elements: 9, code: 10 };
const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };

/** Exported names that the start-up needs whatever the script says. */
const STRUCTURAL = ['__main_argc_argv', 'main', '__indirect_function_table', '_emscripten_tls_init', '__wasm_call_ctors'];

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() { return this.bytes[this.at++]; }

  /** An unsigned LEB128 number. */
  unsigned() {
    let value = 0;
    let scale = 1;
    let byte;
    do {
      byte = this.byte();
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte & 128);
    return value;
  }

  /** Steps over something that begins with its length. */
  skip() {
    const length = this.unsigned();
    this.at += length;
  }

  name() {
    const length = this.unsigned();
    this.at += length;
    return this.bytes.toString('latin1', this.at - length, this.at);
  }

  limits() {
    const flags = this.unsigned();
    const least = this.unsigned();
    return { flags, least, most: flags & 1 ? this.unsigned() : undefined };
  }
}

function unsigned(value) {
  const out = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    out.push(rest > 0 ? low | 128 : low);
  } while (rest > 0);
  return Buffer.from(out);
}

function signed(value) {
  const out = [];
  for (let rest = value; ;) {
    const low = rest & 127;
    rest >>= 7;
    if (rest === 0 && !(low & 64)) {
      out.push(low);
      return Buffer.from(out);
    }
    out.push(low | 128);
  }
}

function sectionsOf(bytes) {
  const reader = new Reader(bytes);
  reader.at = 8;
  const sections = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.unsigned();
    sections.push({ id, from: reader.at, to: reader.at + length });
    reader.at += length;
  }
  return sections;
}

/** Names taken from the global offset table, and how many functions are imported. */
function readImports(bytes) {
  const reader = new Reader(bytes);
  const offsetTable = [];
  let functions = 0;
  for (let left = reader.unsigned(); left > 0; left--) {
    const module = reader.name();
    const name = reader.name();
    if (module.startsWith('GOT.')) offsetTable.push(name);
    const kind = reader.byte();
    switch (kind) {
      case KIND.function: reader.unsigned(); functions++; break;
      case KIND.table: reader.byte(); reader.limits(); break;
      case KIND.memory: reader.limits(); break;
      case KIND.global: reader.at += 2; break;
      case KIND.tag: reader.byte(); reader.unsigned(); break;
      default: throw new Error(`lean.wasm: import of kind ${kind}`);
    }
  }
  return { offsetTable, functions };
}

/** All exported functions, sorted by name, and the raw bytes of the exports that stay. */
function readExports(bytes, stays) {
  const reader = new Reader(bytes);
  const functions = [];
  const kept = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    const from = reader.at;
    const name = reader.name();
    const kind = reader.byte();
    const index = reader.unsigned();
    if (kind === KIND.function) functions.push({ name: Buffer.from(name, 'latin1'), index });
    if (kind !== KIND.function || stays(name)) kept.push(bytes.subarray(from, reader.at));
  }
  functions.sort((a, b) => Buffer.compare(a.name, b.name));
  return { functions, kept };
}

function growTable(bytes, by) {
  const reader = new Reader(bytes);
  if (reader.unsigned() !== 1 || reader.byte() !== 0x70) throw new Error('lean.wasm: not one table of functions');
  const { flags, least, most } = reader.limits();
  const grown = [Buffer.from([1, 0x70, flags]), unsigned(least + by)];
  if (most !== undefined) grown.push(unsigned(Math.max(most, least + by)));
  return { least, bytes: Buffer.concat(grown) };
}

function addElements(bytes, offset, functions) {
  const reader = new Reader(bytes);
  const segments = reader.unsigned();
  return Buffer.concat([
    unsigned(segments + 1),
    bytes.subarray(reader.at),
    Buffer.from([0, 0x41]), signed(offset), Buffer.from([0x0b]), // an active segment at i32.const offset
    unsigned(functions.length),
    ...functions.map(({ index }) => unsigned(index)),
  ]);
}

/** How many results a defined function has. */
function resultsOf(types, functions, definition) {
  const declared = new Reader(functions);
  declared.unsigned();
  for (let i = 0; i < definition; i++) declared.unsigned();
  const type = declared.unsigned();
  const reader = new Reader(types);
  reader.unsigned();
  for (let i = 0; ; i++) {
    if (reader.byte() !== 0x60) throw new Error('lean.wasm: a type that is no function');
    reader.skip();
    const results = reader.unsigned();
    reader.at += results;
    if (i === type) return results;
  }
}

/** Empties the body of one function; if it has a result, that is its first parameter. */
function emptyBody(code, definition, results) {
  const reader = new Reader(code);
  reader.unsigned();
  for (let i = 0; i < definition; i++) reader.skip();
  const from = reader.at;
  reader.skip();
  const body = results === 0 ? [2, 0, 0x0b] : [4, 0, 0x20, 0, 0x0b];
  return Buffer.concat([code.subarray(0, from), Buffer.from(body), code.subarray(reader.at)]);
}

/** The main thread serves the file operations of all others and looks for them once per slice: 0.05 ms, not 1 ms. */
function shortenWaits(code) {
  const slice = Buffer.from('44000000000000f03f440000000000005940', 'hex'); // f64.const 1, f64.const 100
  let found = 0;
  for (let at = code.indexOf(slice); at >= 0; at = code.indexOf(slice, at + 1)) {
    code.writeDoubleLE(0.05, at + 1);
    found++;
  }
  if (found !== 3) throw new Error(`lean.wasm: ${found} waits instead of 3`);
}

/** Count, first address, where each name starts (and the last one ends), the names. */
function symbolFile(functions, first) {
  const head = Buffer.alloc(8 + 4 * (functions.length + 1));
  head.writeUInt32LE(functions.length, 0);
  head.writeUInt32LE(first, 4);
  let at = head.length;
  functions.forEach(({ name }, i) => {
    head.writeUInt32LE(at, 8 + 4 * i);
    at += name.length;
  });
  head.writeUInt32LE(at, 8 + 4 * functions.length);
  return Buffer.concat([head, ...functions.map(({ name }) => name)]);
}

/**
 * @param {Buffer} bytes lean.wasm
 * @param {Set<string>} words the identifiers of the rewritten script
 * @returns {{wasm: Buffer, symbols: Buffer}} the rewritten module and the file of its symbols
 */
function rewriteWasm(bytes, words) {
  const sections = sectionsOf(bytes);
  const section = (id) => {
    const found = sections.find((one) => one.id === id);
    if (found === undefined) throw new Error(`lean.wasm: no section ${id}`);
    return bytes.subarray(found.from, found.to);
  };
  const imports = readImports(section(SECTION.imports));
  const needed = new Set([...STRUCTURAL, ...imports.offsetTable]);
  const stays = (name) => needed.has(name) || words.has(name) || words.has(`_${name}`);
  const { functions, kept } = readExports(section(SECTION.exports), stays);
  const table = growTable(section(SECTION.table), functions.length);

  // The destructor of Lean's initializer object frees memory wrongly and would crash every `--run` at its end.
  const destructor = functions.find(({ name }) => name.toString('latin1') === '_ZN4lean11initializerD1Ev');
  if (destructor === undefined) throw new Error('lean.wasm: the initializer has no destructor');
  const definition = destructor.index - imports.functions;
  const results = resultsOf(section(SECTION.type), section(SECTION.functions), definition);
  const code = emptyBody(section(SECTION.code), definition, results);
  shortenWaits(code);

  const rewritten = new Map([
    [SECTION.exports, Buffer.concat([unsigned(kept.length), ...kept])],
    [SECTION.table, table.bytes],
    [SECTION.elements, addElements(section(SECTION.elements), table.least, functions)],
    [SECTION.code, code],
  ]);
  const out = [bytes.subarray(0, 8)];
  for (const { id, from, to } of sections) {
    const content = rewritten.get(id) ?? bytes.subarray(from, to);
    out.push(Buffer.from([id]), unsigned(content.length), content);
  }
  return { wasm: Buffer.concat(out), symbols: symbolFile(functions, table.least) };
}

module.exports = { rewriteWasm };
