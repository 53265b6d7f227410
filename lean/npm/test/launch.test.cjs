'use strict';
// The whole chain on this machine; every case starts Lean, so this takes a minute.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { findCache } = require('../cache.cjs');

const scripts = path.join(__dirname, '..');
const skip = findCache() ? false : 'Lean is not set up; run just lean-setup';
const LEAN = path.join(scripts, 'lean.cjs');
let folder;

function node(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', timeout: 300_000 });
  return { status, stdout, stderr };
}

function write(name, text) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
  return name;
}

const check = (text, ...options) => node(LEAN, '--', ...options, write('Check.lean', text));
const run = (body, ...options) => node(LEAN, ...options, '--', '--run',
  write('Main.lean', `module\nset_option linter.unusedVariables false\npublic def main (arguments : List String) : IO UInt32 := do\n${body.replace(/^/gm, '  ')}\n`), 'a', 'b c');

const until = async (condition, milliseconds) => {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (condition()) return true;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return false;
};

describe('the launcher', { skip }, () => {
  before(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-launch-')); });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('library functions, loops and derived instances work', () => {
    assert.deepEqual(check('#eval [3, 1, 2].mergeSort.reverse\ndef f (n : Nat) : Nat := Id.run do\n  let mut s := 0\n'
      + '  for i in [0:n] do s := s + i\n  return s\n#eval f 10\nstructure P where\n  x : Nat\nderiving Repr\n#eval ({ x := 1 } : P)\n'),
    { status: 0, stdout: '[3, 2, 1]\n45\n{ x := 1 }\n', stderr: '' });
  });

  test('a wrong proof is refused', () => {
    const { status, stdout } = check('theorem a : 1 = 2 := by decide\n', '--json');
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout.split('\n')[0]).severity, 'error');
  });

  test('a missing proof is refused', () => assert.equal(check('theorem a : 1 = 2 := by sorry\n', '-DwarningAsError=true').status, 1));

  test('the names that the repair registers prove nothing', () => {
    const { status, stdout } = check('theorem a : False := (List.reverse._redArg : False)\n');
    assert.equal(status, 1, stdout);
  });

  test('a program has its arguments, its texts and its status', () => {
    assert.deepEqual(run('IO.println s!"é€😀 {arguments}"\nreturn 7'), { status: 7, stdout: 'é€😀 [a, b c]\n', stderr: '' });
  });

  test('a deep recursion fits on the stack', () => {
    const { status, stdout } = node(LEAN, '--', '--run', write('Deep.lean', 'module\ndef f : Nat → Nat | 0 => 0 | n + 1 => 1 + f n\n'
      + 'public def main (_ : List String) : IO UInt32 := do\n  IO.println s!"{f 200000}"\n  return 0\n'));
    assert.deepEqual({ status, stdout }, { status: 0, stdout: '200000\n' });
  });

  test('a recursion without end is a crash, not a hang', () => {
    const { status, stderr } = node(LEAN, '--', '--run', write('Endless.lean', 'module\nmutual\npartial def f (n : Nat) : Nat := 1 + g (n + 1)\n'
      + 'partial def g (n : Nat) : Nat := 1 + f (n + 1)\nend\npublic def main (_ : List String) : IO UInt32 := do\n  IO.println s!"{f 0}"\n  return 0\n'));
    assert.equal(status, 70);
    assert.match(stderr, /lean: crashed: /);
  });

  test('more memory than there is ends with a status', () => {
    const { status, stderr } = run('let mut a := Array.replicate 1000000 0\nwhile true do\n  a := a ++ a\n  if a[a.size - 1]! = 1 then break\nreturn 0');
    assert.notEqual(status, 0);
    assert.match(stderr, /out of memory|crashed/i);
  });

  test('the time limit holds', () => {
    const { status, stderr } = run('while true do pure ()\nreturn 0', '--timeout', '4');
    assert.equal(status, 124);
    assert.equal(stderr, 'lean: not done within 4 s\n');
  });

  test('Lean does not outlive the process that started it', async () => {
    write('Main.lean', 'module\npublic def main (_ : List String) : IO UInt32 := do\n  IO.FS.writeFile "started" ""\n  while true do pure ()\n  return 0\n');
    const { stdout } = node('-e', `const { spawn } = require('node:child_process');
      console.log(spawn(process.execPath, [${JSON.stringify(LEAN)}, '--', '--run', 'Main.lean'], { stdio: 'ignore', detached: true }).pid);
      setInterval(() => { if (require('node:fs').existsSync('started')) process.exit(0); }, 100);`);
    const pid = Number(stdout);
    const gone = await until(() => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    }, 20_000);
    if (!gone) process.kill(pid, 'SIGKILL');
    assert.ok(gone);
  });

  test('files of the machine are out of reach, and the library cannot be written', () => {
    const { status, stdout } = run('let refused (a : IO Unit) : IO Bool := do\n  try a; return false catch _ => return true\n'
      + 'IO.println s!"{← refused (discard (IO.FS.readFile "/etc/hostname"))} {← refused (IO.FS.writeFile "/lib/lean/x" "")}"\n'
      + 'IO.FS.writeFile "here" "x"\nreturn 0');
    assert.deepEqual({ status, stdout }, { status: 0, stdout: 'true true\n' });
    assert.ok(fs.existsSync(path.join(folder, 'here')));
  });

  test('an uncaught error and a missing file are status 1', () => {
    const { status, stderr } = run('throw (IO.userError "boom")');
    assert.equal(status, 1);
    assert.match(stderr, /uncaught exception: boom/);
    assert.equal(node(LEAN, '--', '--run', 'Nowhere.lean').status, 1);
  });

  test('nothing is left in the working directory', () => assert.ok(!fs.existsSync(path.join(folder, 'default.profraw'))));

  test('modules are compiled once, failures say where, and what depends on them is left out', () => {
    const build = (...words) => node(path.join(scripts, 'build.cjs'), '--root', path.join(folder, 'project'), ...words);
    write('project/Index.lean', 'module\npublic import A\n/-! All. -/\n');
    write('project/npm/targets.json', JSON.stringify({ libraries: ['Index'], runners: {}, options: ['-DwarningAsError=true'] }));
    write('project/A.lean', 'module\npublic import A.B\n/-- doc -/\npublic theorem a : b = 1 := rfl\n');
    write('project/A/B.lean', 'module\n@[expose] public section\ndef b := 1\n');
    assert.match(build().stdout, /lean: 3 modules: 2 built, 1 kept, 0 failed, 0 left out/);
    assert.match(build().stdout, /0 built, 3 kept/);
    write('project/A/B.lean', 'module\n@[expose] public section\ndef b : Nat := true\n');
    const failed = build();
    assert.equal(failed.status, 1);
    assert.match(failed.stdout, /^A\/B\.lean:3:15: error: /m);
    assert.match(failed.stdout, /0 built, 0 kept, 1 failed, 2 left out/);
    write('project/A/B.lean', 'module\nmeta def spin : Nat := Id.run do\n  let mut n := 0\n  while true do n := n + 1\n  return n\n#eval spin\n');
    const endless = build('--timeout', '20');
    assert.equal(endless.status, 1);
    assert.match(endless.stdout, /^A\/B\.lean: not done within 20 s$/m);
  });
});

test('without a cache the launcher says how to get one', () => {
  const { status, stderr } = spawnSync(process.execPath, [LEAN, '--', '--version'],
    { cwd: os.tmpdir(), encoding: 'utf8', env: { ...process.env, PARITAS_LEAN_CACHE: path.join(os.tmpdir(), 'no-such-cache') } });
  assert.equal(status, 69);
  assert.match(stderr, /run `just lean-setup`/);
});

test('a wrong command line is status 64', () => {
  for (const words of [[], ['--nope', 'x', '--'], ['--timeout', 'soon', '--'], ['--lib', '--']]) {
    assert.equal(spawnSync(process.execPath, [LEAN, ...words], { cwd: os.tmpdir() }).status, 64, words.join(' '));
  }
});
