'use strict';
// Reads and repairs compiled Lean modules (.olean and .ir files of a 32-bit Lean).
//
// A file is a header and then objects, one after the other. Pointers are absolute: base + offset in the file; a pointer
// with bit 0 set is a small number. The header names the base and the root object.

const HEADER = { base: 80, root: 84, objects: 88 };
const TAG = { array: 246, bytes: 248, string: 249, number: 250, lastConstructor: 244 };
const align4 = (n) => (n + 3) & ~3;
const isSmall = (pointer) => (pointer & 1) === 1;

/** The size of the object at `at`, and where in it pointers stand. */
function layout(bytes, at) {
  const tag = bytes[at + 7];
  if (tag <= TAG.lastConstructor) {
    return { size: bytes.readUInt16LE(at + 4), first: at + 8, pointers: bytes[at + 6] };
  }
  switch (tag) {
    case TAG.array: {
      const length = bytes.readUInt32LE(at + 8);
      return { size: 16 + 4 * length, first: at + 16, pointers: length };
    }
    case TAG.bytes:
      return { size: align4(16 + bytes[at + 6] * bytes.readUInt32LE(at + 8)), first: 0, pointers: 0 };
    case TAG.string:
      return { size: align4(20 + bytes.readUInt32LE(at + 8)), first: 0, pointers: 0 };
    case TAG.number:
      return { size: 20 + 4 * bytes.readUInt32LE(at + 12), first: at + 16, pointers: 1 };
    default:
      throw new Error(`compiled module: unknown object tag ${tag} at ${at}`);
  }
}

/** One compiled module in memory. */
class Image {
  constructor(bytes) {
    if (bytes.length < HEADER.objects || bytes.toString('latin1', 0, 5) !== 'olean' || bytes[5] !== 2) {
      throw new Error('not a compiled module of format 2');
    }
    this.bytes = bytes;
    this.base = bytes.readUInt32LE(HEADER.base);
    this.root = bytes.readUInt32LE(HEADER.root);
    this.names = new Map();
  }

  field(pointer, index) {
    return this.bytes.readUInt32LE(pointer - this.base + 8 + 4 * index);
  }

  elements(pointer) {
    const at = pointer - this.base;
    const length = this.bytes.readUInt32LE(at + 8);
    return Array.from({ length }, (_, i) => this.bytes.readUInt32LE(at + 16 + 4 * i));
  }

  text(pointer) {
    const at = pointer - this.base;
    return this.bytes.toString('utf8', at + 20, at + 19 + this.bytes.readUInt32LE(at + 8));
  }

  /** A natural number as text; from 31 bits on it is an object of its own. */
  natural(pointer) {
    if (isSmall(pointer)) return String(pointer >>> 1);
    const at = pointer - this.base;
    const words = this.bytes.readUInt32LE(at + 12);
    const data = this.bytes.readUInt32LE(at + 16) - this.base;
    let value = 0n;
    for (let i = words - 1; i >= 0; i--) value = (value << 32n) | BigInt(this.bytes.readUInt32LE(data + 4 * i));
    return String(value);
  }

  /** A hierarchical name as text; parts that are numbers are marked, so that no two names look alike. */
  name(pointer) {
    if (isSmall(pointer)) return '';
    let known = this.names.get(pointer);
    if (known === undefined) {
      const isText = this.bytes[pointer - this.base + 7] === 1;
      const last = this.field(pointer, 1);
      const part = isText ? this.text(last) : `#${this.natural(last)}`;
      const parent = this.name(this.field(pointer, 0));
      known = parent === '' ? part : `${parent}.${part}`;
      this.names.set(pointer, known);
    }
    return known;
  }

  /** The root's parts: imports, names of constants, constants, further names, entries of the extensions. */
  get constantNames() { return this.elements(this.field(this.root, 1)); }
  get constants() { return this.elements(this.field(this.root, 2)); }
  get furtherNames() { return this.elements(this.field(this.root, 3)); }
  get entries() { return this.elements(this.field(this.root, 4)); }
}

/** A copy of an image to which objects are appended. */
class Extension {
  constructor(image) {
    this.image = image;
    this.parts = [image.bytes];
    this.length = image.bytes.length;
  }

  append(bytes) {
    const pointer = (this.image.base + this.length) >>> 0;
    this.parts.push(bytes);
    this.length += bytes.length;
    return pointer;
  }

  constructorObject(tag, pointers, scalars = Buffer.alloc(0)) {
    const size = (8 + 4 * pointers.length + scalars.length + 7) & ~7;
    const object = Buffer.alloc(size);
    object.writeUInt16LE(size, 4);
    object[6] = pointers.length;
    object[7] = tag;
    pointers.forEach((pointer, i) => object.writeUInt32LE(pointer >>> 0, 8 + 4 * i));
    scalars.copy(object, 8 + 4 * pointers.length);
    return this.append(object);
  }

  array(pointers) {
    const object = Buffer.alloc(16 + 4 * pointers.length);
    object.writeUInt16LE(1, 4);
    object[7] = TAG.array;
    object.writeUInt32LE(pointers.length, 8);
    object.writeUInt32LE(pointers.length, 12);
    pointers.forEach((pointer, i) => object.writeUInt32LE(pointer >>> 0, 16 + 4 * i));
    return this.append(object);
  }

  asciiString(text) {
    const object = Buffer.alloc(align4(20 + text.length + 1));
    object.writeUInt16LE(1, 4);
    object[7] = TAG.string;
    object.writeUInt32LE(text.length + 1, 8);
    object.writeUInt32LE(text.length + 1, 12);
    object.writeUInt32LE(text.length, 16);
    object.write(text, 20, 'latin1');
    return this.append(object);
  }

  finish(root) {
    const bytes = Buffer.concat(this.parts);
    bytes.writeUInt32LE(root, HEADER.root);
    return bytes;
  }
}

/** Appends the objects of `other`, with their pointers moved; returns how far they moved. */
function appendImage(extension, other) {
  const body = Buffer.from(other.bytes.subarray(HEADER.objects));
  const distance = extension.image.base + extension.length - (other.base + HEADER.objects);
  for (let at = 0; at < body.length;) {
    const { size, first, pointers } = layout(body, at);
    for (let i = 0; i < pointers; i++) {
      const pointer = body.readUInt32LE(first + 4 * i);
      if (!isSmall(pointer)) body.writeUInt32LE((pointer + distance) >>> 0, first + 4 * i);
    }
    at += size;
  }
  extension.append(body);
  return distance;
}

const DECLARATIONS = 'Lean.IR.declMapExt';
const CODE_EXTENSIONS = new Set(['Lean.Compiler.LCNF.baseExt', 'Lean.Compiler.LCNF.monoExt', DECLARATIONS]);

// How this Lean hashes the name `True` and the expression `True`; both are stored in the objects.
const TRUE_NAME_HASH = Buffer.from('4e156783760dbba4', 'hex');
const TRUE_EXPR_DATA = Buffer.from('9abbf4c200000000', 'hex');

/**
 * Registers the names that the code generator invents (`f._redArg`, `f.loop`) and, for a module of our own, puts the
 * bodies of its functions in.
 *
 * This Lean finds the module of a name only through the list of constants; it never opens the .ir files that normally
 * bring those names and bodies. So the names join the list, each as an *unsafe* axiom of type `True`: the kernel admits
 * no unsafe constant in a definition or a theorem, so nothing can be proved with them.
 *
 * @param {Buffer} olean the .olean file
 * @param {Buffer} [ir] the module's own .ir file
 * @returns {Buffer} the repaired .olean file
 */
function repair(olean, ir) {
  const image = new Image(olean);
  const extension = new Extension(image);
  const known = new Set(image.constantNames.map((pointer) => image.name(pointer)));
  const missing = new Map();
  const want = (text, pointer) => {
    if (!known.has(text) && !missing.has(text)) missing.set(text, pointer);
  };
  image.furtherNames.forEach((pointer) => want(image.name(pointer), pointer));
  for (const entry of image.entries) {
    if (!CODE_EXTENSIONS.has(image.name(image.field(entry, 0)))) continue;
    for (const declaration of image.elements(image.field(entry, 1))) {
      const name = image.field(declaration, 0);
      want(image.name(name), name);
    }
  }

  let entries = image.field(image.root, 4);
  if (ir !== undefined) {
    const code = new Image(ir);
    const distance = appendImage(extension, code);
    const bodies = code.entries.find((entry) => code.name(code.field(entry, 0)) === DECLARATIONS);
    if (bodies !== undefined) {
      for (const declaration of code.elements(code.field(bodies, 1))) {
        const name = code.field(declaration, 0);
        want(code.name(name), (name + distance) >>> 0);
      }
      const moved = (code.field(bodies, 1) + distance) >>> 0;
      entries = extension.array(image.entries.map((entry) => {
        const extensionName = image.field(entry, 0);
        return image.name(extensionName) === DECLARATIONS ? extension.constructorObject(0, [extensionName, moved]) : entry;
      }));
    }
  }
  if (missing.size === 0 && ir === undefined) return olean;

  const anonymous = 1;
  const noLevels = 1;
  const trueName = extension.constructorObject(1, [anonymous, extension.asciiString('True')], TRUE_NAME_HASH);
  const trueType = extension.constructorObject(4, [trueName, noLevels], TRUE_EXPR_DATA);
  const isUnsafe = Buffer.from([1]);
  const unsafeAxiom = (name) => {
    const value = extension.constructorObject(0, [name, noLevels, trueType]);
    return extension.constructorObject(0, [extension.constructorObject(0, [value], isUnsafe)]);
  };
  const added = [...missing.values()];
  const constants = added.map(unsafeAxiom);
  const flags = olean.subarray(image.root - image.base + 28, image.root - image.base + 32);
  const root = extension.constructorObject(0, [
    image.field(image.root, 0),
    extension.array([...image.constantNames, ...added]),
    extension.array([...image.constants, ...constants]),
    image.field(image.root, 3),
    entries,
  ], flags);
  return extension.finish(root);
}

/** Walks over every object and returns where the last one ends; in a sound file that is the end of the file. */
function endOfObjects(bytes) {
  let at = HEADER.objects;
  while (at < bytes.length) at += layout(bytes, at).size;
  return at;
}

module.exports = { repair, endOfObjects, Image };
