'use strict';
// Compiles the Lean modules of this folder, in the order of their imports, into .build:
//
//   node build.cjs [--root DIR] [--jobs N] [--timeout SECONDS] [TARGET...]
//
// A target is a module or the name of a runner; without one, all of targets.json. A module is compiled again when its
// text, a module it imports, the options or the Lean changed; an index that nobody imports is not. Each runner gets a start file and a launcher .build/bin/NAME.
// Status: 0 all is compiled, 1 a module failed, 64 wrong usage, 69 there is no Lean.

const { spawn } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ID, cacheRoot, findCache } = require('./cache.cjs');
const { STATUS, fail } = require('./launch.cjs');
const { repair } = require('./olean.cjs');
const { modulesOf } = require('./source.cjs');

const LAUNCHER = `#!/bin/sh
# Starts the Lean runner of this name; written by npm/build.cjs.
self=$(readlink -f -- "$0")
exec node "\${self%/*/*/*}/npm/runner.cjs" "\${self%/*/*}" "\${self##*/}" "$@"
`;

function usage(words) {
  const options = { root: path.join(__dirname, '..'), jobs: 2, timeout: 300, targets: [] };
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1];
    switch (words[i]) {
      case '--root': options.root = path.resolve(value ?? fail(STATUS.USAGE, '--root needs a directory')); i++; break;
      case '--jobs':
      case '--timeout':
        if (!(Number(value) > 0)) fail(STATUS.USAGE, `${words[i]} needs a number`);
        options[words[i].slice(2)] = Number(value);
        i++;
        break;
      default:
        if (words[i].startsWith('-')) fail(STATUS.USAGE, `unknown option ${words[i]}`);
        options.targets.push(words[i]);
    }
  }
  return options;
}

/** `Paritas/Types.lean:3:7: error: ...`, as compilers say it. */
function messageLines(file, output) {
  return output.split('\n').filter(Boolean).map((line) => {
    let message;
    try {
      message = JSON.parse(line);
    } catch {
      return `${file}: ${line}`;
    }
    return `${message.fileName}:${message.pos?.line}:${message.pos?.column}: ${message.severity}: ${message.data}`;
  });
}

function runLean(root, library, module, olean, options) {
  const relative = path.relative(root, module.file);
  const child = spawn(process.execPath, [
    path.join(__dirname, 'lean.cjs'), '--lib', library, '--mount', library, '--timeout', String(options.timeout), '--',
    '--json', ...options.lean, '-o', olean, relative,
  ], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { errors += text; });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({
      status: status ?? STATUS.CRASHED,
      lines: [...messageLines(relative, output), ...errors.split('\n').filter(Boolean).map((line) => `${relative}: ${line}`)],
    }));
  });
}

/** Compiles one module unless what is there was made of the same; {@return kept, built or failed}. */
async function compile(root, library, module, options) {
  const base = path.join(library, ...module.name.split('.'));
  const olean = `${base}.olean`;
  const keyFile = `${base}.key`;
  if (module.isIndex && !module.isImported) return 'kept';
  if (fs.existsSync(olean) && fs.existsSync(keyFile) && fs.readFileSync(keyFile, 'utf8') === module.key) return 'kept';
  fs.mkdirSync(path.dirname(base), { recursive: true });
  fs.rmSync(keyFile, { force: true });
  const start = Date.now();
  const { status, lines } = await runLean(root, library, module, olean, options);
  lines.forEach((line) => console.log(line));
  const parts = [`${base}.ir`, `${olean}.private`, `${olean}.server`];
  let result = 'failed';
  if (status === 0 && fs.existsSync(olean)) {
    fs.writeFileSync(`${olean}.new`, repair(fs.readFileSync(olean), fs.readFileSync(parts[0])));
    fs.renameSync(`${olean}.new`, olean);
    fs.writeFileSync(keyFile, module.key);
    result = 'built';
    console.log(`${module.name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } else {
    if (lines.length === 0) console.log(`${module.name}: lean ended with status ${status}`);
    fs.rmSync(olean, { force: true });
  }
  parts.forEach((file) => fs.rmSync(file, { force: true }));
  return result;
}

/** Up to `jobs` at once, each as soon as its imports are there; what depends on a failure is left out. */
async function compileAll(modules, jobs, work) {
  const results = new Map();
  const running = new Set();
  const waiting = new Set(modules.values());
  while (waiting.size > 0 || running.size > 0) {
    for (const module of waiting) {
      const imported = module.imports.map((name) => results.get(name));
      if (imported.some((result) => result === 'failed' || result === 'left out')) {
        waiting.delete(module);
        results.set(module.name, 'left out');
      } else if (running.size < jobs && imported.every((result) => result !== undefined)) {
        waiting.delete(module);
        const job = work(module).then((result) => {
          results.set(module.name, result);
          running.delete(job);
        });
        running.add(job);
      }
    }
    if (running.size > 0) await Promise.race(running);
  }
  return results;
}

function writeRunner(build, name, root) {
  fs.mkdirSync(path.join(build, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(build, 'lib', `${name}.start.lean`), `module\npublic import ${root}\n`);
  fs.writeFileSync(path.join(build, 'bin', name), LAUNCHER, { mode: 0o755 });
}

async function main() {
  const { root, jobs, timeout, targets } = usage(process.argv.slice(2));
  if (findCache() === undefined) fail(STATUS.UNAVAILABLE, `there is no repaired Lean in ${cacheRoot()}; run \`just lean-setup\``);
  const project = JSON.parse(fs.readFileSync(path.join(root, 'npm', 'targets.json'), 'utf8'));
  const runners = Object.entries(project.runners)
    .filter(([name]) => targets.length === 0 || targets.includes(name));
  const named = targets.filter((name) => !(name in project.runners));
  const roots = [...(targets.length === 0 ? project.libraries : named), ...runners.map(([, runner]) => runner.root)];
  let modules;
  try {
    modules = modulesOf(root, roots);
  } catch (error) {
    fail(1, error.message);
  }
  const imported = new Set([...modules.values()].flatMap((module) => module.imports));
  for (const module of modules.values()) {
    module.isImported = imported.has(module.name);
    module.key = crypto.createHash('sha256').update(JSON.stringify([
      ID, project.options, module.imports.map((name) => [name, modules.get(name).key]), module.text,
    ])).digest('hex');
  }

  const start = Date.now();
  const build = path.join(root, '.build');
  const library = path.join(build, 'lib');
  fs.mkdirSync(library, { recursive: true });
  const results = await compileAll(modules, jobs, (module) => compile(root, library, module, { timeout, lean: project.options }));
  const count = (result) => [...results.values()].filter((one) => one === result).length;
  const bad = count('failed') + count('left out');
  // Tells the Java side which Lean the runners need.
  if (bad === 0) fs.writeFileSync(path.join(build, 'toolchain'), `${findCache()}\n`);
  if (bad === 0) runners.forEach(([name, runner]) => writeRunner(build, name, runner.root));
  console.log(`lean: ${modules.size} modules: ${count('built')} built, ${count('kept')} kept, ${count('failed')} failed, `
    + `${count('left out')} left out; ${((Date.now() - start) / 1000).toFixed(1)} s`);
  process.exit(bad === 0 ? 0 : 1);
}

main();
