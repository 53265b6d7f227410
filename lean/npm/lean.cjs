'use strict';
// The `lean` program: node lean.cjs [--lib DIR]... [--mount DIR]... [--timeout SECONDS] -- LEAN-ARGUMENTS...

const { STATUS, fail, launch } = require('./launch.cjs');

const words = process.argv.slice(2);
const end = words.indexOf('--');
if (end < 0) fail(STATUS.USAGE, 'usage: lean.cjs [--lib DIR] [--mount DIR] [--timeout SECONDS] -- LEAN-ARGUMENTS');
const options = { arguments: words.slice(end + 1), libraries: [], mounts: [], timeoutSeconds: 0 };
for (let i = 0; i < end; i += 2) {
  const value = words[i + 1];
  if (i + 1 >= end) fail(STATUS.USAGE, `${words[i]} needs a value`);
  switch (words[i]) {
    case '--lib': options.libraries.push(value); break;
    case '--mount': options.mounts.push(value); break;
    case '--timeout':
      options.timeoutSeconds = Number(value);
      if (!(options.timeoutSeconds > 0)) fail(STATUS.USAGE, `not a number of seconds: ${value}`);
      break;
    default: fail(STATUS.USAGE, `unknown option ${words[i]}`);
  }
}
launch(options);
