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
 * The modules of this source tree that the given ones need, dependencies first. Library modules are no part of it.
 *
 * @returns {Map<string, {name: string, file: string, text: string, imports: string[], isIndex: boolean}>} an index only imports
 * @throws {Error} on a missing module, a cycle, or a source without the keyword `module`
 */
function modulesOf(root, roots) {
  const modules = new Map();
  const visit = (name, chain) => {
    if (chain.includes(name)) throw new Error(`import cycle: ${[...chain, name].join(' -> ')}`);
    if (modules.has(name)) return;
    const file = fileOf(root, name);
    if (!fs.existsSync(file)) {
      if (chain.length > 0 && name.split('.')[0] !== chain[0].split('.')[0]) return;
      throw new Error(`no module ${name}${chain.length > 0 ? `, which ${chain.at(-1)} imports` : ''}`);
    }
    const text = fs.readFileSync(file, 'utf8');
    const header = headerOf(text);
    if (!header.isModule) throw new Error(`${file} does not begin with the keyword module`);
    header.imports.forEach((one) => visit(one, [...chain, name]));
    modules.set(name, { name, file, text, imports: header.imports.filter((one) => modules.has(one)), isIndex: header.isAll });
  };
  roots.forEach((one) => visit(one, []));
  return modules;
}

module.exports = { codeOf, headerOf, modulesOf };
