'use strict';
// The page about a model of one's own (docs/your-model.md): its template is built, held to the machine, and broken; skipped where
// there is no Lean or no distribution.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { findCache } = require('../cache.cjs');

const npm = path.join(__dirname, '..');
const repository = path.join(npm, '..', '..');
const template = path.join(repository, 'examples', 'lean-model');
const paritas = path.join(repository, 'target', 'dist', 'bin', 'paritas');
const page = fs.readFileSync(path.join(repository, 'docs', 'your-model.md'), 'utf8');
const fences = [...page.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, name, text]) => ({ language, name, text }));

const skip = findCache() === undefined ? 'there is no Lean; run just lean-setup'
  : fs.existsSync(paritas) ? false : 'there is no distribution; run just dist';

function run(command, words, cwd) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', timeout: 900_000 });
  return { status, stdout, stderr };
}

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const build = (project, ...targets) => run(process.execPath, [path.join(npm, 'build.cjs'), '--project', project, ...targets], npm);

test('what the page shows of the model stands in the template', () => {
  const shown = fences.filter(({ language }) => language === 'lean');
  assert.equal(shown.length, 2);
  const model = fs.readFileSync(path.join(template, 'Fifo.lean'), 'utf8');
  shown.forEach(({ text }) => assert.ok(model.includes(text), text));
});

describe('the template', { skip }, () => {
  let folder;
  let project;

  const runner = () => `"${path.join(project, '.build', 'bin', 'fifo_model')}"`;

  /** A command of the page and, below it, its output, in which `...` stands for any text. {@return the exit code} */
  function shows(session) {
    const [, line, output] = [...page.matchAll(/^ {4}paritas ([^\n]*)\n\n```text\n([^]*?)^```$/gm)][session];
    const command = line.split(' ').map((word) => (word.endsWith('/fifo_model') ? runner() : word));
    const { status, stdout, stderr } = run(paritas, command, folder);
    const pattern = output.split('...').map(escaped).join('[^]*');
    assert.match(stdout, new RegExp(`^${pattern}$`), stdout + stderr);
    return status;
  }

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "lean model's "));
    project = path.join(folder, 'copy');
    fs.cpSync(template, project, { recursive: true, filter: (file) => path.basename(file) !== '.build' });
    const { name, text } = fences.find((fence) => fence.language === 'tell');
    fs.writeFileSync(path.join(folder, name), text);
    const { status, stdout, stderr } = build(project);
    assert.equal(status, 0, stdout + stderr);
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('has an adapter in which nothing is missing', () => {
    const { status, stdout } = run(paritas, ['smoke', '--runner', runner()], folder);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^OK {3}serves with --serve$/m);
    assert.doesNotMatch(stdout, /^(FAIL|STOP)/m);
  });

  test('agrees with the machine as the page shows, and on every path of the examples', () => {
    assert.equal(shows(0), 0);
    const examples = path.join(repository, 'examples', 'protocols');
    for (const name of fs.readdirSync(examples)) {
      const { status, stdout } = run(paritas, ['compare', '--all-branches', '--runner', runner(), path.join(examples, name)], folder);
      assert.equal(status, 0, `${name}\n${stdout}`);
    }
  });

  test('does not compile where a receive leaves its message, and diverges where nobody proves it', () => {
    const file = path.join(project, 'Fifo.lean');
    const sound = fs.readFileSync(file, 'utf8');
    const broken = sound.replace('some (first, rest)', 'some (first, first :: rest)');
    assert.notEqual(broken, sound);
    fs.writeFileSync(file, broken);
    const whole = build(project);
    assert.equal(whole.status, 1);
    assert.match(whole.stdout, /^FifoTheorem\.lean:\d+:\d+: error: /m);
    assert.equal(build(project, 'fifo_model').status, 0);
    assert.equal(shows(1), 1);
  });
});
