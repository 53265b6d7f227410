'use strict';
// Starts Lean in a thread of its own and watches over it. Statuses of its own, beside those of Lean:
// 64 wrong usage, 69 no Lean here, 70 Lean crashed, 124 out of time, 129 the parent process is gone, 141 nobody reads.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Worker } = require('node:worker_threads');
const { cacheRoot, findCache } = require('./cache.cjs');

const STATUS = { USAGE: 64, UNAVAILABLE: 69, CRASHED: 70, TIMEOUT: 124, ORPHANED: 129 };

/** Lean's own directories, which nothing of the machine may cover. */
const RESERVED = /^\/(bin|dev|lib|proc)?$/;

function fail(status, sentence) {
  fs.writeSync(2, `lean: ${sentence}\n`);
  process.exit(status);
}

/**
 * Starts `lean` in a thread of its own, which has the stack that Lean needs: only a thread's can be made big.
 *
 * @param {object} options
 * @param {string} options.cache the repaired Lean
 * @param {string[]} options.arguments for Lean
 * @param {string[]} [options.libraries] directories of compiled modules, read-only for Lean
 * @param {string[]} [options.mounts] further directories that Lean may read and write, beside the current one
 * @param {WebAssembly.Module} [options.compiled] Lean, when the caller starts it many times: what the engine has learnt of it stays
 * @param {boolean} [options.tells] whether the thread posts its lines as `{ descriptor, line }` instead of writing them
 * @returns {Worker} ends with the status of Lean
 */
function startLean({ cache, arguments: leanArguments, libraries = [], mounts = [], compiled, tells = false }) {
  return new Worker(path.join(__dirname, 'worker.cjs'), {
    workerData: {
      cache,
      libraries: libraries.map((directory) => path.resolve(directory)),
      mounts: mounts.map((directory) => path.resolve(directory)),
      arguments: leanArguments,
      processors: Math.min(os.cpus().length, 4),
      compiled,
      tells,
    },
    resourceLimits: { stackSizeMb: 512, maxOldGenerationSizeMb: 2048 },
  });
}

/**
 * Runs `lean` with the given arguments in the current directory and ends this process with its status. This thread stays
 * free to watch.
 *
 * @param {object} options as of {@link startLean}, and
 * @param {number} [options.timeoutSeconds] 0 for none
 */
function launch({ timeoutSeconds = 0, ...options }) {
  const cache = findCache();
  if (cache === undefined) fail(STATUS.UNAVAILABLE, `there is no repaired Lean in ${cacheRoot()}; run \`just lean-setup\``);
  const directories = [process.cwd(), ...(options.libraries ?? []), ...(options.mounts ?? [])]
    .map((directory) => path.resolve(directory));
  const reserved = directories.find((directory) => RESERVED.test(directory));
  if (reserved !== undefined) fail(STATUS.USAGE, `Lean cannot work in ${reserved}, which is a directory of its own`);

  const worker = startLean({ ...options, cache });
  worker.on('error', (error) => fail(STATUS.CRASHED, `crashed: ${error?.message ?? error}`));
  worker.on('exit', (status) => process.exit(status));
  if (timeoutSeconds > 0) {
    setTimeout(() => fail(STATUS.TIMEOUT, `not done within ${timeoutSeconds} s`), timeoutSeconds * 1000).unref();
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(STATUS.ORPHANED);
  }, 1000).unref();
}

module.exports = { STATUS, fail, launch, startLean };
