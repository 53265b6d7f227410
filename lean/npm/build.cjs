'use strict';
// Compiles the Lean modules of this folder, in the order of their imports, into .build; or those of a project, with what it
// imports of this folder (docs/your-model.md):
//
//   node build.cjs [--root DIR | --project DIR] [--jobs N] [--timeout SECONDS] [TARGET...]
//
// A target is a module or the name of a runner; without one, all of the targets.json there. A module is compiled again when its
// text, a module it imports, the options or the Lean changed; an index that nobody imports is not. Each runner gets a start file and a launcher .build/bin/NAME.
// Status: 0 all is compiled, 1 a module failed, 64 wrong usage, 69 there is no Lean.

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ID, cacheRoot, findCache } = require('./cache.cjs');
const { STATUS, fail, startLean } = require('./launch.cjs');
const { repair } = require('./olean.cjs');
const { modulesOf, treeOf } = require('./source.cjs');

const OWN = path.join(__dirname, '..');

/** The digest tells one build of a runner from another, where somebody looks at the file of the executable only. */
const launcher = (script, digest) => `#!/bin/sh
# Starts the Lean runner of this name; written by npm/build.cjs. Made of ${digest}.
self=$(readlink -f -- "$0")
exec node ${script} "\${self%/*/*}" "\${self##*/}" "$@"
`;

/** The runners of this folder find their script beside them; those of a project, where it was when they were built. */
const scriptOf = (tree) => (tree.isProject
  ? `'${path.join(__dirname, 'runner.cjs').replaceAll("'", "'\\''")}'` : '"${self%/*/*/*}/npm/runner.cjs"');

function usage(words) {
  const options = { root: OWN, jobs: os.availableParallelism(), timeout: 300, targets: [] };
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1];
    switch (words[i]) {
      case '--root':
      case '--project':
        options.root = path.resolve(value ?? fail(STATUS.USAGE, `${words[i]} needs a directory`));
        i++;
        break;
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
function messageLine(file, line) {
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    return `${file}: ${line}`;
  }
  return `${message.fileName}:${message.pos?.line}:${message.pos?.column}: ${message.severity}: ${message.data}`;
}

/**
 * Compiles with Lean in threads of this process. They share one compiled Lean: a process of its own for each module would
 * spend more time on making Lean's code fast than on the module.
 */
class Compiler {
  constructor(cache, libraries, timeout) {
    Object.assign(this, { cache, libraries, timeout });
  }

  /** {@return the status of Lean, and its messages} */
  async run(module, olean) {
    this.lean ??= WebAssembly.compile(fs.readFileSync(path.join(this.cache, 'bin', 'lean.wasm')));
    const { root, library, options } = module.tree;
    const relative = path.relative(root, module.file);
    const lines = [];
    const worker = startLean({
      cache: this.cache, compiled: await this.lean, tells: true, libraries: this.libraries, mounts: [library],
      arguments: ['--json', ...options, '-o', olean, relative],
    });
    worker.on('message', ({ descriptor, line }) => {
      lines.push(descriptor === 1 ? messageLine(relative, line) : `${relative}: ${line}`);
    });
    return new Promise((resolve) => {
      let broken;
      const end = (status, line) => {
        broken = status;
        lines.push(`${relative}: ${line}`);
      };
      const limit = setTimeout(() => {
        end(STATUS.TIMEOUT, `not done within ${this.timeout} s`);
        worker.terminate();
      }, this.timeout * 1000);
      worker.on('error', (error) => end(STATUS.CRASHED, `Lean crashed: ${error?.message ?? error}`));
      worker.on('exit', (status) => {
        clearTimeout(limit);
        resolve({ status: broken ?? status, lines });
      });
    });
  }
}

/** Compiles one module unless what is there was made of the same; {@return kept, built or failed}. */
async function compile(compiler, module) {
  const base = path.join(module.tree.library, ...module.name.split('.'));
  const olean = `${base}.olean`;
  const keyFile = `${base}.key`;
  if (module.isIndex && !module.isImported) return 'kept';
  if (fs.existsSync(olean) && fs.existsSync(keyFile) && fs.readFileSync(keyFile, 'utf8') === module.key) return 'kept';
  fs.mkdirSync(path.dirname(base), { recursive: true });
  fs.rmSync(keyFile, { force: true });
  const start = Date.now();
  const { status, lines } = await compiler.run(module, olean);
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

/**
 * Up to `jobs` at once, each as soon as its imports are there; what depends on a failure is left out.
 *
 * @param {Map<string, string>} results of the modules that are compiled, and of those before them
 */
async function compileAll(modules, jobs, work, results) {
  const running = new Set();
  const waiting = new Set(modules);
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
}

function writeRunner(tree, name, module) {
  fs.mkdirSync(path.join(tree.build, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(tree.library, `${name}.start.lean`), `module\npublic import ${module.name}\n`);
  const file = path.join(tree.build, 'bin', name);
  fs.writeFileSync(`${file}.new`, launcher(scriptOf(tree), module.key), { mode: 0o755 });
  fs.renameSync(`${file}.new`, file);
}

/** The folder to build and, for a project, this one; each with the place of what is compiled. */
function treesOf(root) {
  const tree = treeOf(root);
  return (tree.isProject ? [tree, treeOf(OWN)] : [tree]).map((one) => {
    const build = path.join(one.root, '.build');
    return { ...one, build, library: path.join(build, 'lib') };
  });
}

/** Modules by name, each with its folder and a key of all that it is made of. */
function modulesIn(trees, names) {
  const [{ root }, ...others] = trees;
  const modules = modulesOf(root, names, others.map((tree) => tree.root));
  const imported = new Set([...modules.values()].flatMap((module) => module.imports));
  for (const module of modules.values()) {
    module.tree = trees.find((tree) => tree.root === module.root);
    module.isImported = imported.has(module.name);
    module.key = crypto.createHash('sha256').update(JSON.stringify([
      ID, module.tree.options, module.imports.map((name) => [name, modules.get(name).key]), module.text,
    ])).digest('hex');
  }
  return modules;
}

async function main() {
  const { root, jobs, timeout, targets } = usage(process.argv.slice(2));
  const cache = findCache();
  if (cache === undefined) fail(STATUS.UNAVAILABLE, `there is no repaired Lean in ${cacheRoot()}; run \`just lean-setup\``);
  let trees;
  let runners;
  let modules;
  try {
    trees = treesOf(root);
    const [{ libraries, runners: all }] = trees;
    runners = Object.entries(all).filter(([name]) => targets.length === 0 || targets.includes(name));
    const named = targets.length === 0 ? libraries : targets.filter((name) => !Object.hasOwn(all, name));
    modules = modulesIn(trees, [...named, ...runners.map(([, runner]) => runner.root)]);
  } catch (error) {
    fail(1, error.message);
  }

  const start = Date.now();
  trees.forEach((tree) => fs.mkdirSync(tree.library, { recursive: true }));
  const compiler = new Compiler(cache, trees.map((tree) => tree.library), timeout);
  const results = new Map();
  for (const tree of trees.toReversed()) {
    process.chdir(tree.root);
    const mine = [...modules.values()].filter((module) => module.tree === tree);
    await compileAll(mine, jobs, (module) => compile(compiler, module), results);
  }
  const count = (result) => [...results.values()].filter((one) => one === result).length;
  const bad = count('failed') + count('left out');
  // Tells the Java side which Lean the runners need.
  if (bad === 0) fs.writeFileSync(path.join(trees[0].build, 'toolchain'), `${cache}\n`);
  if (bad === 0) runners.forEach(([name, runner]) => writeRunner(trees[0], name, modules.get(runner.root)));
  console.log(`lean: ${modules.size} modules: ${count('built')} built, ${count('kept')} kept, ${count('failed')} failed, `
    + `${count('left out')} left out; ${((Date.now() - start) / 1000).toFixed(1)} s`);
  process.exit(bad === 0 ? 0 : 1);
}

main();
