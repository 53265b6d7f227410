'use strict';
// The launcher for a native Lean, with a `lake` made of shell lines.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');

test('the runner is built first, keeps its arguments and its directory; a failed build is told', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lean-native-'));
  try {
    const lean = path.join(root, 'lean');
    fs.mkdirSync(path.join(lean, 'native'), { recursive: true });
    fs.mkdirSync(path.join(root, 'bin'));
    fs.copyFileSync(path.join(__dirname, '..', '..', 'native', 'launch.sh'), path.join(lean, 'native', 'launch.sh'));
    fs.symlinkSync('launch.sh', path.join(lean, 'native', 'runner'));
    fs.writeFileSync(path.join(root, 'bin', 'lake'), `#!/bin/sh
[ "$1 $3 $4" = "--dir build runner" ] || exit 9
[ -z "$BROKEN" ] || { echo "it is broken"; exit 1; }
mkdir -p "$2/.lake/build/bin"
printf '#!/bin/sh\\necho "$0 $# $2 $(pwd)"\\nexit 7\\n' > "$2/.lake/build/bin/runner"
chmod +x "$2/.lake/build/bin/runner"
`, { mode: 0o755 });
    const run = (broken) => spawnSync(path.join(lean, 'native', 'runner'), ['--role', 'a b'],
      { cwd: root, encoding: 'utf8', env: { PATH: `${root}/bin:/usr/bin:/bin`, BROKEN: broken } });
    const { status, stdout, stderr } = run('');
    assert.deepEqual({ status, stdout, stderr }, { status: 7, stdout: `${lean}/.lake/build/bin/runner 2 a b ${root}\n`, stderr: '' });
    const failed = run('yes');
    assert.deepEqual([failed.status, failed.stdout, failed.stderr], [69, '', 'it is broken\n']);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
});
