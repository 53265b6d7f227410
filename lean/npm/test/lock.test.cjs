'use strict';
const assert = require('node:assert/strict');
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { afterEach, beforeEach, test } = require('node:test');
const { ID, derive } = require('../cache.cjs');
const { OWNER, sweep } = require('../lock.cjs');

let root;
let lock;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-lock-'));
  lock = path.join(root, `${ID}.lock`);
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const left = () => fs.readdirSync(root).sort();
const make = async (directory) => fs.writeFileSync(path.join(directory, 'complete'), '');
const gone = () => spawnSync(process.execPath, ['-e', '']).pid;
const ownerOf = (pid) => OWNER.replace(`-${process.pid}-`, `-${pid}-`);

/** A process that derives, and tells each of its steps: `steps` files are written, then it waits for the file `go`, if told to. */
function deriving({ steps, waits }) {
  const program = `
    const fs = require('node:fs');
    const { derive } = require(${JSON.stringify(path.join(__dirname, '..', 'cache.cjs'))});
    const tell = (word) => fs.writeSync(1, word + '\\n');
    const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
    const make = async (directory) => {
      for (let i = 0; i < ${steps}; i++) {
        fs.mkdirSync(directory + '/' + i);
        fs.writeFileSync(directory + '/' + i + '/file', 'x'.repeat(1000));
        tell('step');
        await turn();
      }
      while (${waits} && fs.existsSync(directory) && !fs.existsSync(${JSON.stringify(path.join(root, 'go'))})) await turn();
      fs.writeFileSync(directory + '/complete', '');
    };
    tell('start');
    derive({ root: ${JSON.stringify(root)}, make }).then(() => tell('done'));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  let lines = 0;
  const waiters = [];
  child.stdout.on('data', (data) => {
    lines += data.toString().split('\n').length - 1;
    waiters.filter(({ count }) => lines >= count).forEach(({ resolve }) => resolve());
  });
  const told = (count) => Promise.race([ended, new Promise((resolve) => { waiters.push({ count, resolve }); })]);
  return { child, ended, told };
}

const unreadable = {
  'is empty': () => fs.writeFileSync(lock, ''),
  'is not one of ours': () => fs.writeFileSync(lock, '\u001b[2Jyours'),
  'is of process 7 on elsewhere': () => fs.writeFileSync(lock, '7 elsewhere\n'),
  'cannot be read (EISDIR)': () => fs.mkdirSync(lock),
  'cannot be read (ENOENT)': () => fs.symlinkSync('nowhere', lock),
};
for (const [words, put] of Object.entries(unreadable)) {
  test(`a lock that ${words} is named with what to do, and waiting for it ends`, async () => {
    put();
    const said = [];
    await assert.rejects(derive({ root, make, say: (sentence) => said.push(sentence), patience: { unknown: 150 } }), {
      message: `the lock ${lock} ${words} and has not gone within 0.15 s; remove it if no lean-setup runs`,
    });
    assert.deepEqual(said, [`waits for the lock ${lock}, which ${words}, at most 0.15 s; remove it if no lean-setup runs`]);
    assert.deepEqual(left(), [`${ID}.lock`]);
  });
}

test('a process that does not end is named, and waiting for it ends', async () => {
  fs.writeFileSync(lock, String(process.ppid));
  const said = [];
  await assert.rejects(derive({ root, make, say: (sentence) => said.push(sentence), patience: { process: 0 } }), {
    message: `process ${process.ppid} has not ended within 0 s; end it, or remove ${lock} if it is no lean-setup`,
  });
  assert.deepEqual(said, [`waits for process ${process.ppid}, which is setting Lean up, at most 0 s`]);
  assert.deepEqual(left(), [`${ID}.lock`]);
});

test('a living process keeps its unfinished folder and is waited for', async () => {
  const other = deriving({ steps: 1, waits: true });
  await other.told(2);
  const said = [];
  await derive({
    root,
    make: () => assert.fail('the other one makes it'),
    say: (sentence) => {
      said.push(sentence);
      assert.equal(left().filter((name) => name.startsWith(ownerOf(other.child.pid))).length, 1);
      fs.writeFileSync(path.join(root, 'go'), '');
    },
  });
  await other.ended;
  assert.deepEqual(said, [`waits for process ${other.child.pid}, which is setting Lean up, at most 10 min`]);
  assert.deepEqual(left(), ['go', ID]);
});

test('the lock of a process that was killed is taken over without a word', async () => {
  const other = deriving({ steps: 1, waits: true });
  await other.told(2);
  other.child.kill('SIGKILL');
  await other.ended;
  assert.equal(left().length, 2);
  await derive({ root, make, say: assert.fail });
  assert.deepEqual(left(), [ID]);
});

test('rests are removed, and what may be worked on is not', () => {
  const hours = (count) => new Date(Date.now() - count * 3600 * 1000);
  const folder = (name, age) => {
    fs.mkdirSync(path.join(root, name));
    fs.writeFileSync(path.join(root, name, 'file'), '');
    fs.utimesSync(path.join(root, name), hours(age), hours(age));
  };
  folder(`${ownerOf(gone())}a`, 0);
  fs.writeFileSync(path.join(root, `${ownerOf(gone())}lock`), '');
  folder('new-abcdef', 2);
  folder(`new-00000000-${process.pid}-a`, 2);
  const kept = [`${OWNER}a`, 'new-ghijkl', `new-00000000-${gone()}-a`];
  kept.forEach((name) => folder(name, 0.5));
  folder('mine', 5);
  sweep(root);
  assert.deepEqual(left(), [...kept, 'mine'].sort());
});

test('what was unfinished goes even where Lean is set up', () => {
  fs.mkdirSync(path.join(root, ID));
  fs.writeFileSync(path.join(root, ID, 'complete'), '');
  fs.mkdirSync(path.join(root, `${ownerOf(gone())}a`));
  const setup = spawnSync(process.execPath, [path.join(__dirname, '..', 'setup.cjs'), '--installed'], {
    env: { PARITAS_LEAN_CACHE: root }, encoding: 'utf8',
  });
  assert.equal(setup.status, 0);
  assert.equal(setup.stdout, `lean: ${path.join(root, ID)}\n`);
  assert.deepEqual(left(), [ID]);
});

test('lean-setup says what it waits for, and goes on when that is gone', async () => {
  fs.writeFileSync(lock, '');
  const child = spawn(process.execPath, [path.join(__dirname, '..', 'setup.cjs')], { env: { PARITAS_LEAN_CACHE: root } });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
    fs.mkdirSync(path.join(root, ID), { recursive: true });
    fs.writeFileSync(path.join(root, ID, 'complete'), '');
    fs.rmSync(lock, { force: true });
  });
  assert.equal(await new Promise((resolve) => { child.on('close', resolve); }), 0);
  assert.equal(errors, `lean: waits for the lock ${lock}, which is empty, at most 30 s; remove it if no lean-setup runs\n`);
});

test('after twenty kills at any moment, the next start leaves only what it made', async () => {
  const steps = 20;
  const moments = Array.from({ length: 20 }, () => Math.floor(Math.random() * (steps + 2)));
  let rests = 0;
  for (const moment of moments) {
    const other = deriving({ steps, waits: true });
    await other.told(moment);
    other.child.kill('SIGKILL');
    await other.ended;
    rests += left().filter((name) => name.startsWith('new-')).length;
  }
  assert.ok(rests > 0, `killed at ${moments}`);
  await derive({ root, make, say: assert.fail });
  assert.deepEqual(left(), [ID], `killed at ${moments}`);
});
