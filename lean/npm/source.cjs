'use strict';
// What the scripts read out of Lean sources without Lean: code without comments and texts, and the imports of a module.

const fs = require('node:fs');
const path = require('node:path');

/**
 * The code alone: comments, and what stands in string literals, become blanks. Lines and columns stay.
 *
 * @param {string} text a Lean source
 */
function codeOf(text) {
  let out = '';
  let comment = 0;
  for (let at = 0; at < text.length;) {
    const two = text.slice(at, at + 2);
    let length = 1;
    let keep = false;
    if (two === '/-') {
      comment++;
      length = 2;
    } else if (comment > 0) {
      if (two === '-/') {
        comment--;
        length = 2;
      }
    } else if (two === '--') {
      const end = text.indexOf('\n', at);
      length = (end < 0 ? text.length : end) - at;
    } else if (text[at] === '"') {
      const literal = /^"(?:[^"\\]|\\[\s\S])*"?/.exec(text.slice(at));
      length = literal[0].length;
    } else {
      const character = /^'(?:[^'\\\n]|\\[^\n]{1,9}?)'/.exec(text.slice(at));
      const afterWord = at > 0 && /[\p{L}\p{N}_'!?]/u.test(text[at - 1]); // a prime, not a quote
      if (character && !afterWord) length = character[0].length;
      else keep = true;
    }
    const piece = text.slice(at, at + length);
    out += keep ? piece : piece.replace(/[^\n]/g, ' ');
    at += length;
  }
  return out;
}

/**
 * The header of a source: whether it begins with `module`, what it imports, and whether nothing follows.
 *
 * @returns {{isModule: boolean, imports: string[], isAll: boolean}}
 */
function headerOf(text) {
  const words = codeOf(text).trim().split(/\s+/);
  let at = 0;
  const isModule = words[at] === 'module';
  if (isModule) at++;
  if (words[at] === 'prelude') at++;
  const imports = [];
  for (;;) {
    let next = at;
    while (words[next] === 'public' || words[next] === 'meta') next++;
    if (words[next] !== 'import') return { isModule, imports, isAll: at === words.length };
    next++;
    if (words[next] === 'all') next++;
    imports.push(words[next]);
    at = next + 1;
  }
}

const fileOf = (root, module) => `${path.join(root, ...module.split('.'))}.lean`;

/**
 * A folder of sources and what is made of it. The targets of `lean/` are in npm/; those of a project, which is built against
 * it, in the folder itself.
 *
 * @returns {{root: string, isProject: boolean, libraries: string[], runners: object, options: string[]}}
 * @throws {Error} where there are no targets, or they are no JSON
 */
function treeOf(root) {
  const own = path.join(root, 'npm', 'targets.json');
  const isProject = !fs.existsSync(own);
  const file = isProject ? path.join(root, 'targets.json') : own;
  if (!fs.existsSync(file)) throw new Error(`${root} has no targets.json`);
  let targets;
  try {
    targets = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
  const { libraries = [], runners = {}, options = [] } = targets;
  const bad = Object.keys(runners).find((name) => !/^[A-Za-z0-9][\w.-]*$/.test(name));
  if (bad !== undefined) throw new Error(`${file}: no name of a runner: ${JSON.stringify(bad)}`);
  return { root, isProject, libraries, runners, options };
}

/**
 * The modules that the given ones need, dependencies first: of this folder, and of the others beside it. What begins as none
 * of their folders or files does is of Lean's own library and no part of it.
 *
 * @param {string} root the folder of the given modules
 * @param {string[]} names the given modules
 * @param {string[]} [others] further folders of sources
 * @returns {Map<string, {name: string, root: string, file: string, text: string, imports: string[], isIndex: boolean}>} an
 *   index only imports
 * @throws {Error} on a missing module, one that two folders could mean, a cycle, or a source without the keyword `module`
 */
function modulesOf(root, names, others = []) {
  const modules = new Map();
  const rootOf = (name) => {
    const first = name.split('.')[0];
    const found = [root, ...others].filter((one) => fs.existsSync(path.join(one, first)) || fs.existsSync(fileOf(one, first)));
    if (found.length > 1) throw new Error(`${name} could be of ${found.join(' or of ')}; rename ${first}`);
    return found[0];
  };
  const visit = (name, chain) => {
    if (chain.includes(name)) throw new Error(`import cycle: ${[...chain, name].join(' -> ')}`);
    if (modules.has(name)) return;
    const home = rootOf(name);
    if (home === undefined && chain.length > 0) return;
    const file = fileOf(home ?? root, name);
    if (!fs.existsSync(file)) throw new Error(`no module ${name}${chain.length > 0 ? `, which ${chain.at(-1)} imports` : ''}`);
    const text = fs.readFileSync(file, 'utf8');
    const header = headerOf(text);
    if (!header.isModule) throw new Error(`${file} does not begin with the keyword module`);
    header.imports.forEach((one) => visit(one, [...chain, name]));
    modules.set(name, { name, root: home, file, text, imports: header.imports.filter((one) => modules.has(one)), isIndex: header.isAll });
  };
  names.forEach((one) => visit(one, []));
  return modules;
}

module.exports = { codeOf, headerOf, modulesOf, treeOf };
