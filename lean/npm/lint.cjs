'use strict';
// Checks the Lean sources without Lean: node lint.cjs [ROOT...], without one this folder and the example of a project. Prints
// one line per finding; status 1 when there is one.

const fs = require('node:fs');
const path = require('node:path');
const { codeOf, headerOf, modulesOf, treeOf } = require('./source.cjs');

const OWN = path.join(__dirname, '..');
const EXAMPLE = path.join(OWN, '..', 'examples', 'lean-model');

const THEOREMS = 'Paritas.Thm';
const RUNNERS = 'Paritas.Runner';

/** What lets a theorem hold without a proof that the kernel has checked. */
const UNPROVED = ['sorry', 'sorryAx', 'admit', 'axiom', 'native_decide', 'unsafe', 'implemented_by', 'extern', 'csimp',
  'ofReduceBool', 'ofReduceNat', 'trustCompiler', 'skipKernelTC'];

/** What nothing can be proved about; a runner may wait for input for ever. */
const OPAQUE = ['partial', 'opaque'];

const isIn = (module, namespace) => module === namespace || module.startsWith(`${namespace}.`);

function* leanFiles(directory) {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* leanFiles(file);
    else if (entry.name.endsWith('.lean') && entry.name !== 'lakefile.lean') yield file;
  }
}

const moduleOf = (root, file) => path.relative(root, file).replace(/\.lean$/, '').split(path.sep).join('.');

function wordFindings(file, module, code) {
  const forbidden = isIn(module, RUNNERS) ? UNPROVED : [...UNPROVED, ...OPAQUE];
  return code.split('\n').flatMap((line, i) => [...line.matchAll(/[\p{L}_][\p{L}\p{N}_'!?.]*/gu)]
    .flatMap(([word]) => word.split('.'))
    .filter((word) => forbidden.includes(word))
    .map((word) => `${file}:${i + 1}: \`${word}\` is not allowed here`));
}

/** A public declaration has a docstring right in front of it, or of its attributes. */
function docstringFindings(file, text, code) {
  const lines = code.split('\n');
  const originals = text.split('\n');
  return lines.flatMap((line, i) => {
    const match = /^(?:@\[[^\]]*\]\s*)?(?:public )?(?:(private) )?(?:partial )?(def|abbrev|structure|inductive|class|theorem)\s+([^\s:({[]+)/.exec(line);
    if (match === null || match[1] !== undefined) return [];
    let above = i - 1;
    while (above >= 0 && /^@\[.*\]\s*$/.test(lines[above])) above--;
    return above >= 0 && originals[above].trimEnd().endsWith('-/') && lines[above].trim() === ''
      ? [] : [`${file}:${i + 1}: ${match[3]} has no docstring`];
  });
}

/** `lake` and the npm build must compile the same programs, and each of ours must have its native launcher. */
function targetFindings({ root, isProject, runners }) {
  const lakefile = fs.readFileSync(path.join(root, 'lakefile.toml'), 'utf8');
  return Object.entries(runners).flatMap(([name, { root: module }]) => [
    ...(lakefile.includes(`[[lean_exe]]\nname = "${name}"\nroot = "${module}"\n`)
      ? [] : [`lakefile.toml: no executable ${name} as in ${isProject ? '' : 'npm/'}targets.json`]),
    ...(isProject || fs.existsSync(path.join(root, 'native', name)) ? [] : [`native/${name}: missing; link it to launch.sh`]),
  ]);
}

/**
 * @param {string} root a folder of sources with their targets
 * @returns {string[]} one line per finding
 */
function lint(root) {
  const project = treeOf(root);
  const findings = targetFindings(project);
  const others = project.isProject ? [OWN] : [];
  const targets = [...project.libraries, ...Object.values(project.runners).map((runner) => runner.root)];
  const theorems = new Set(modulesOf(root, project.libraries.filter((name) => isIn(name, THEOREMS)), others).keys());
  const reached = new Set(modulesOf(root, targets, others).keys());
  for (const absolute of leanFiles(root)) {
    const file = path.relative(root, absolute);
    const module = moduleOf(root, absolute);
    const text = fs.readFileSync(absolute, 'utf8');
    const code = codeOf(text);
    if (isIn(module, THEOREMS) ? !theorems.has(module) : !reached.has(module)) {
      findings.push(`${file}: no target imports this module, so nothing compiles it`);
    }
    if (!isIn(module, THEOREMS)) {
      headerOf(text).imports.filter((name) => isIn(name, THEOREMS))
        .forEach((name) => findings.push(`${file}: the specification imports the proofs ${name}`));
    }
    findings.push(...wordFindings(file, module, code), ...docstringFindings(file, text, code));
  }
  return findings;
}

if (require.main === module) {
  const roots = process.argv.length > 2 ? process.argv.slice(2) : [OWN, EXAMPLE];
  let findings;
  try {
    findings = roots.flatMap((root) => lint(path.resolve(root)));
  } catch (error) {
    findings = [error.message];
  }
  findings.forEach((finding) => console.log(finding));
  console.log(findings.length === 0 ? 'lean: sources are in order' : `lean: ${findings.length} findings`);
  process.exit(findings.length === 0 ? 0 : 1);
}

module.exports = { lint };
