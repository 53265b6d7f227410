'use strict';
// One process at a time in a directory that processes share, and no rests of those that were killed.

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const HOST = os.hostname().replace(/[^\w.-]/g, '_') || 'localhost';

/** Who works, as it begins the names of what is unfinished: the machine, so that its process can be looked for, and the process. */
const OWNER = `new-${crypto.createHash('sha256').update(HOST).digest('hex').slice(0, 8)}-${process.pid}-`;

/** Nothing that is unfinished is worked on for so long; it is a rest whoever made it. */
const OLD = 60 * 60 * 1000;

/** How long somebody else is waited for, in milliseconds: a living process, and whatever else holds the lock. */
const PATIENCE = { process: 10 * 60 * 1000, unknown: 30 * 1000 };

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isRest(file) {
  const [, host, pid] = /^new-([0-9a-f]{8})-(\d+)-/.exec(path.basename(file)) ?? [];
  const isHere = host !== undefined && OWNER.startsWith(`new-${host}-`);
  return (isHere && !isAlive(Number(pid))) || Date.now() - fs.lstatSync(file).mtimeMs > OLD;
}

/** Removes what processes that are gone have left unfinished in this directory. */
function sweep(root) {
  const names = fs.existsSync(root) ? fs.readdirSync(root) : [];
  for (const name of names.filter((one) => one.startsWith('new-'))) {
    const file = path.join(root, name);
    try {
      if (isRest(file)) fs.rmSync(file, { recursive: true, force: true });
    } catch { /* gone just now, or not ours to remove */ }
  }
}

/** Who holds the lock: nobody, a process of this machine, or something that cannot be asked, told in words. */
function holder(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const isGone = error.code === 'ENOENT' && fs.lstatSync(file, { throwIfNoEntry: false }) === undefined;
    return isGone ? { kind: 'nobody' } : { kind: 'unknown', words: `cannot be read (${error.code})` };
  }
  const [, pid, host] = /^([1-9]\d{0,8})(?: ([\w.-]{1,253}))?\n?$/.exec(text) ?? [];
  if (text === '') return { kind: 'unknown', words: 'is empty' };
  if (pid === undefined) return { kind: 'unknown', words: 'is not one of ours' };
  if (host !== undefined && host !== HOST) return { kind: 'unknown', words: `is of process ${pid} on ${host}` };
  if (!isAlive(Number(pid))) return { kind: 'gone' };
  return { kind: 'process', words: `process ${pid}` };
}

const span = (milliseconds) => (milliseconds < 120000 ? `${milliseconds / 1000} s` : `${milliseconds / 60000} min`);

function waitingFor(found, file, patience) {
  const limit = `at most ${span(patience[found.kind])}`;
  return found.kind === 'process'
    ? `waits for ${found.words}, which is setting Lean up, ${limit}`
    : `waits for the lock ${file}, which ${found.words}, ${limit}; remove it if no lean-setup runs`;
}

/** Makes the lock, with its content at once; false when it is there. */
function claim(file) {
  const mine = path.join(path.dirname(file), `${OWNER}lock`);
  try {
    fs.writeFileSync(mine, `${process.pid} ${HOST}\n`);
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/**
 * Runs `work` while nobody else does. A lock whose owner is gone is taken over; should two do so at once, both work, so
 * the work must allow for it: the lock only spares memory.
 *
 * @param {(sentence: string) => void} say told what is waited for, once for each
 * @throws {Error} with a sentence, when the wait takes too long
 */
async function locked(file, work, { say, patience = PATIENCE }) {
  let said;
  let since = 0;
  while (!claim(file)) {
    const found = holder(file);
    if (found.kind === 'nobody') continue;
    if (found.kind === 'gone') {
      fs.rmSync(file, { force: true });
      continue;
    }
    const sentence = waitingFor(found, file, patience);
    if (sentence !== said) {
      say(sentence);
      said = sentence;
      since = Date.now();
    }
    if (Date.now() - since >= patience[found.kind]) {
      throw new Error(found.kind === 'process'
        ? `${found.words} has not ended within ${span(patience.process)}; end it, or remove ${file} if it is no lean-setup`
        : `the lock ${file} ${found.words} and has not gone within ${span(patience.unknown)}; remove it if no lean-setup runs`);
    }
    await pause(100);
  }
  try {
    return await work();
  } finally {
    if (holder(file).words === `process ${process.pid}`) fs.rmSync(file, { force: true });
  }
}

module.exports = { OWNER, locked, sweep };
