// Completes the bill of materials: adds the npm packages of the Lean toolchain to what Maven knows, and demands that the
// rest is exactly the jars that ship, told apart by their content. Run by `just dist`:
//
//   bom.mjs MAVEN-BOM PACKAGE-LOCK JAR-DIRECTORY OUTPUT

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const purlOf = (name, version) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/**
 * The bill with the packages of a lock file, but for those that only a developer gets. They are no part of the
 * distribution: who sets up Lean fetches them, so their scope is `optional`.
 */
export function withNpm(bom, lock) {
  const packages = Object.entries(lock.packages)
    .filter(([place, one]) => place !== '' && !one.dev)
    .map(([place, one]) => ({ name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), ...one }));
  const components = packages.map(({ name, version, integrity, license }) => {
    const [algorithm, digest] = integrity.split('-', 2);
    return {
      type: 'library',
      'bom-ref': purlOf(name, version),
      name,
      version,
      scope: 'optional',
      hashes: [{ alg: algorithm.replace(/^sha/, 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
      licenses: [{ license: { id: license } }],
      purl: purlOf(name, version),
    };
  });
  const refs = components.map((one) => one['bom-ref']);
  const root = bom.metadata.component['bom-ref'];
  return {
    ...bom,
    components: [...bom.components, ...components],
    dependencies: [
      ...bom.dependencies.map((one) => (one.ref === root ? { ...one, dependsOn: [...one.dependsOn, ...refs] } : one)),
      ...packages.map(({ dependencies = {} }, at) => ({
        ref: refs[at],
        dependsOn: packages.filter(({ name }) => name in dependencies).map(({ name, version }) => purlOf(name, version)),
      })),
    ],
  };
}

/**
 * What keeps the bill from listing exactly these jars.
 *
 * @param {{name: string, sha256: string}[]} jars
 * @returns {string[]} sentences; none when it does
 */
export function differences(bom, jars) {
  const sha256 = (component) => component.hashes?.find(({ alg }) => alg === 'SHA-256')?.content;
  const java = bom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'));
  return [
    ...java.filter((component) => jars.filter((jar) => jar.sha256 === sha256(component)).length !== 1)
      .map(({ purl }) => `the bill lists ${purl}, which is not one of the jars`),
    ...jars.filter((jar) => java.filter((component) => jar.sha256 === sha256(component)).length !== 1)
      .map(({ name }) => `the jar ${name} is not in the bill once`),
  ];
}

function main([mavenBom, packageLock, directory, output]) {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const bom = withNpm(read(mavenBom), read(packageLock));
  const jars = readdirSync(directory).filter((name) => name.endsWith('.jar')).sort()
    .map((name) => ({ name, sha256: createHash('sha256').update(readFileSync(join(directory, name))).digest('hex') }));
  const wrong = differences(bom, jars);
  if (wrong.length > 0) {
    wrong.forEach((sentence) => console.error(`error: BILL_DIFFERS: ${sentence}`));
    process.exit(3);
  }
  writeFileSync(output, `${JSON.stringify(bom, undefined, 2)}\n`);
  console.log(`bill of materials: ${jars.length} jars and ${bom.components.length - jars.length} npm packages in ${output}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
