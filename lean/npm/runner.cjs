'use strict';
// Runs a compiled runner: node runner.cjs BUILD NAME ARGUMENTS... It sees the directories of the files that its arguments
// name, and nothing else of the machine.

const fs = require('node:fs');
const path = require('node:path');
const { STATUS, fail, launch } = require('./launch.cjs');
const { runners } = require('./targets.json');

const [build, name, ...words] = process.argv.slice(2);
if (name === undefined) fail(STATUS.USAGE, 'usage: runner.cjs BUILD NAME ARGUMENTS...');
const library = path.join(build, 'lib');
const start = path.join(library, `${name}.start.lean`);
if (!fs.existsSync(start)) fail(STATUS.UNAVAILABLE, `the runner ${name} is not built; run \`just lean-build\``);

const textFlags = runners[name]?.textFlags ?? [];
const isFile = (word, i) => !word.startsWith('--') && !textFlags.includes(words[i - 1]);
const mounts = words.filter(isFile)
  .map((word) => path.dirname(path.resolve(word)))
  .filter((directory) => fs.existsSync(directory));
// A project's runner is made of modules of this folder, too.
const libraries = [...new Set([library, path.join(__dirname, '..', '.build', 'lib')])].filter((one) => fs.existsSync(one));
launch({ arguments: ['--run', start, ...words], libraries, mounts });
