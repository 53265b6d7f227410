'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { afterEach, beforeEach, test } = require('node:test');
const { lint } = require('../lint.cjs');
const { codeOf, headerOf, modulesOf, treeOf } = require('../source.cjs');

let root;

function write(name, text) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-lint-'));
  write('npm/targets.json', JSON.stringify({
    libraries: ['Paritas', 'Paritas.Thm'], runners: { runner: { root: 'Paritas.Runner.Main' } }, options: [],
  }));
  write('lakefile.toml', '[[lean_exe]]\nname = "runner"\nroot = "Paritas.Runner.Main"\n');
  write('native/runner', '');
  write('Paritas.lean', 'module\npublic import Paritas.Types\n');
  write('Paritas/Types.lean', 'module\n/-- A number. No sorry here. -/\ndef f : Nat := 1 -- axiom\n');
  write('Paritas/Thm.lean', 'module\npublic import Paritas.Thm.Types\n');
  write('Paritas/Thm/Types.lean', 'module\npublic import Paritas.Types\n/-- It is one. -/\n@[simp]\ntheorem f_one : f = 1 := rfl\n');
  write('Paritas/Runner/Main.lean', 'module\npublic import Paritas.Types\n/-- Waits. -/\npartial def loop : IO Unit := loop\n');
});

afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

test('a project in order has no findings', () => assert.deepEqual(lint(root), []));

test('the project itself is in order', () => assert.deepEqual(lint(path.join(__dirname, '..', '..')), []));

test('so is the template of a project', () => {
  assert.deepEqual(lint(path.join(__dirname, '..', '..', '..', 'examples', 'lean-model')), []);
});

test('a project is read with what it imports of another folder', () => {
  const project = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-project-'));
  try {
    fs.writeFileSync(path.join(project, 'Mine.lean'), 'module\npublic import Paritas.Types\n');
    fs.writeFileSync(path.join(project, 'targets.json'), JSON.stringify({ libraries: ['Mine'], runners: { mine: { root: 'Mine' } } }));
    const { isProject, libraries, options } = treeOf(project);
    assert.deepEqual({ isProject, libraries, options }, { isProject: true, libraries: ['Mine'], options: [] });
    assert.deepEqual([...modulesOf(project, libraries, [root]).keys()], ['Paritas.Types', 'Mine']);
    fs.writeFileSync(path.join(project, 'Paritas.lean'), 'module\n');
    assert.throws(() => modulesOf(project, libraries, [root]), /could be of .* or of .*; rename Paritas/);
    for (const targets of ['{', JSON.stringify({ runners: { "it's": { root: 'Mine' } } })]) {
      fs.writeFileSync(path.join(project, 'targets.json'), targets);
      assert.throws(() => treeOf(project), /targets\.json: /);
    }
    fs.rmSync(path.join(project, 'targets.json'));
    assert.throws(() => treeOf(project), /has no targets\.json/);
  } finally {
    fs.rmSync(project, { recursive: true });
  }
});

for (const word of ['sorry', 'axiom', 'native_decide', 'admit', 'unsafe', 'implemented_by', 'partial']) {
  test(`${word} is found in code`, () => {
    write('Paritas/Thm/Types.lean', `module\npublic import Paritas.Types\n/-- It is one. -/\ntheorem f_one : f = 1 := by\n  ${word}\n`);
    assert.deepEqual(lint(root), [`Paritas/Thm/Types.lean:5: \`${word}\` is not allowed here`]);
  });
}

test('the words are allowed in comments, texts and longer names', () => {
  write('Paritas/Thm/Types.lean', 'module\npublic import Paritas.Types\n/-- sorry /- axiom -/ sorry -/\n'
    + 'theorem f_one : f = 1 := by\n  have axiom_like := "sorry \\" native_decide"\n  have c := \'"\'\n  exact axiom_like\' -- sorry\n');
  assert.deepEqual(lint(root), []);
});

test('a character literal does not hide what follows', () => {
  write('Paritas/Types.lean', 'module\n/-- A number. -/\ndef f : Char := \'"\'\n/-- Bad. -/\ndef g : Nat := sorry\n');
  assert.deepEqual(lint(root), ['Paritas/Types.lean:5: `sorry` is not allowed here']);
});

test('a module that nothing imports is found', () => {
  write('Paritas/Thm/Forgotten.lean', 'module\n');
  write('Paritas/Forgotten.lean', 'module\n');
  assert.deepEqual(lint(root).sort(), ['Paritas/Forgotten.lean', 'Paritas/Thm/Forgotten.lean']
    .map((file) => `${file}: no target imports this module, so nothing compiles it`));
});

test('a theorem module that only a runner imports is found', () => {
  write('Paritas/Thm.lean', 'module\n');
  write('Paritas/Runner/Main.lean', 'module\npublic import Paritas.Thm.Types\n');
  assert.deepEqual(lint(root).sort(), [
    'Paritas/Runner/Main.lean: the specification imports the proofs Paritas.Thm.Types',
    'Paritas/Thm/Types.lean: no target imports this module, so nothing compiles it',
  ]);
});

test('a public declaration without a docstring is found, a private one may do without', () => {
  write('Paritas/Types.lean', 'module\ndef f : Nat := 1\n\nprivate def g : Nat := 2\n/- no docstring -/\n\ntheorem h : f = 1 := rfl\n');
  assert.deepEqual(lint(root), ['Paritas/Types.lean:2: f has no docstring', 'Paritas/Types.lean:7: h has no docstring']);
});

test('a runner that lake does not know, or that has no native launcher, is found', () => {
  write('lakefile.toml', '');
  assert.deepEqual(lint(root), ['lakefile.toml: no executable runner as in npm/targets.json']);
  fs.rmSync(path.join(root, 'native', 'runner'));
  assert.deepEqual(lint(root)[1], 'native/runner: missing; link it to launch.sh');
});

test('code keeps its place when comments and texts are taken out', () => {
  const text = 'a /- x\ny -/ b -- c\n"d\\"e" f\' \'x\' \'\\\'\' g\n';
  assert.equal(codeOf(text), 'a     \n     b     \n       f\'          g\n');
  assert.equal(codeOf(text).length, text.length);
});

test('the header ends with the imports', () => {
  assert.deepEqual(headerOf('/- import A -/ module\npublic import B.C\nmeta import all D\n\nimport_like'), { isModule: true, imports: ['B.C', 'D'], isAll: false });
  assert.deepEqual(headerOf('import A'), { isModule: false, imports: ['A'], isAll: true });
  assert.deepEqual(headerOf('module\nimport A\n/-! An index. -/\n'), { isModule: true, imports: ['A'], isAll: true });
});

test('modules come after what they import; cycles and missing modules are named', () => {
  assert.deepEqual([...modulesOf(root, ['Paritas.Thm']).keys()], ['Paritas.Types', 'Paritas.Thm.Types', 'Paritas.Thm']);
  assert.throws(() => modulesOf(root, ['Paritas.Nowhere']), /no module Paritas.Nowhere/);
  write('Paritas/Types.lean', 'module\npublic import Paritas.Nowhere\n');
  assert.throws(() => modulesOf(root, ['Paritas']), /no module Paritas.Nowhere, which Paritas.Types imports/);
  write('Paritas/Types.lean', 'module\npublic import Paritas\n');
  assert.throws(() => modulesOf(root, ['Paritas']), /import cycle: Paritas -> Paritas.Types -> Paritas/);
  write('Paritas/Types.lean', '');
  assert.throws(() => modulesOf(root, ['Paritas']), /does not begin with the keyword module/);
});
