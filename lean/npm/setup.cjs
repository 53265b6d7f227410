'use strict';
// Makes the repaired Lean of this user: `node setup.cjs`. With --installed it only says whether it is there (status 0 or 1).

const { cacheRoot, derive, findCache } = require('./cache.cjs');
const { sweep } = require('./lock.cjs');

const installed = findCache();
if (process.argv[2] === '--installed') {
  sweep(cacheRoot());
  if (installed === undefined) process.exit(1);
  console.log(`lean: ${installed}`);
} else {
  const start = Date.now();
  derive({ say: (sentence) => console.error(`lean: ${sentence}`) }).then(
    (directory) => console.log(installed === undefined
      ? `lean: derived in ${((Date.now() - start) / 1000).toFixed(1)} s: ${directory}`
      : `lean: ${directory}`),
    (error) => {
      console.error(`lean: nothing derived in ${cacheRoot()}: ${error.message}`);
      process.exit(69);
    },
  );
}
