#!/bin/sh
# Runs the example runtime against the installed artifacts: it passes as it is, and fails with its planted bug, for the right
# reason.
#
#   examples.sh MAVEN-COMMAND...
set -eu
cd "$(dirname "$0")/../examples/java-runtime"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

"$@" clean test
echo "java-runtime: passes without the bug" >&2

if "$@" test -Dshop.bug=true >"$log" 2>&1; then
    echo "error: BUG_UNSEEN: java-runtime passes with its bug" >&2
    exit 1
fi
reason="happened  Buyer sends 'Pay' to Bank"
grep -m 1 -F "$reason" "$log" >&2 || {
    cat "$log" >&2
    echo "error: OTHER_FAILURE: java-runtime fails with its bug, but not with: $reason" >&2
    exit 1
}
echo "java-runtime: fails with the bug, as it must" >&2
