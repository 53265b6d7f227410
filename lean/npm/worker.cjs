'use strict';
// The thread in which Lean runs: its files, its streams, its WebAssembly module.
//
// Lean sees the working directory and the mounts (read and write), the libraries and /lib (read only), and an empty /tmp
// in memory. It has no network, no child processes and no environment of this machine.

const fs = require('node:fs');
const path = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');

const { cache, libraries, mounts, processors, compiled, tells } = workerData;
const workingDirectory = process.cwd();

function write(descriptor, line) {
  if (tells) {
    parentPort.postMessage({ descriptor, line });
    return;
  }
  const bytes = Buffer.from(`${line}\n`, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(141);
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

// This build traces its imports on standard error; exactly those lines are dropped.
let traced = '';
function writeError(line) {
  if (line.startsWith('[DEBUG:')) {
    traced = line.slice('[DEBUG:'.length, line.indexOf(']'));
    return;
  }
  if (traced === 'FIND' && line.startsWith('  - ')) return;
  if (traced === 'FINALIZE' && line.startsWith('  mainModule? = ')) return;
  traced = '';
  if (!line.startsWith('LLVM Profile ')) write(2, line);
}

const isWithin = (directory, other) => directory === other || directory.startsWith(`${other}/`);

/** Without those that lie within others: a mount covers what is below it. */
function outermost(directories) {
  const distinct = [...new Set(directories)];
  return distinct.filter((one) => !distinct.some((other) => other !== one && isWithin(one, other)));
}

function mount(FS, NODEFS) {
  const refuse = () => { throw new FS.ErrnoError(69); }; // EROFS
  const readOnly = (node) => Object.assign(node, {
    node_ops: {
      ...NODEFS.node_ops,
      lookup: (parent, name) => readOnly(NODEFS.node_ops.lookup(parent, name)),
      mknod: refuse, rename: refuse, unlink: refuse, rmdir: refuse, symlink: refuse, setattr: refuse,
    },
    stream_ops: {
      ...NODEFS.stream_ops,
      open(stream) {
        if (stream.flags & 3) refuse();
        NODEFS.stream_ops.open(stream);
      },
      write: refuse,
    },
  });
  const READ_ONLY = { mount: (options) => readOnly(NODEFS.mount(options)) };
  const makeDirectories = (directory) => {
    let current = '';
    for (const part of directory.split('/').filter(Boolean)) {
      current += `/${part}`;
      if (!FS.analyzePath(current).exists) FS.mkdir(current);
    }
  };
  const attach = (type, host, place) => {
    makeDirectories(place);
    FS.mount(type, { root: host }, place);
  };

  makeDirectories('/bin');
  FS.writeFile('/bin/lean', '');
  attach(READ_ONLY, path.join(cache, 'lib'), '/lib');
  const writable = outermost([workingDirectory, ...mounts]);
  for (const directory of writable) attach(NODEFS, directory, directory);
  for (const directory of outermost(libraries)) {
    if (!writable.some((other) => isWithin(directory, other))) attach(READ_ONLY, directory, directory);
  }
  return workingDirectory;
}

globalThis.PARITAS_LEAN = {
  threads: 1,
  processors,
  stackMb: 256,
  environment: { LEAN_PATH: [...libraries, '/lib/lean'].join(':'), LLVM_PROFILE_FILE: '/bin/none.profraw', HOME: '/tmp' },
  // The script reports the progress of the compiler, and parts of the sources, on the console.
  console: { log() {}, error() {}, warn() {} },
  mount,
  module: {
    arguments: workerData.arguments,
    thisProgram: '/bin/lean',
    print: (line) => write(1, line),
    printErr: writeError,
    instantiateWasm(imports, done) {
      const module = compiled ?? new WebAssembly.Module(fs.readFileSync(path.join(cache, 'bin', 'lean.wasm')));
      done(new WebAssembly.Instance(module, imports), module);
      return {};
    },
  },
};
require(path.join(cache, 'bin', 'lean.js'));
