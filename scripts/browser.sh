#!/bin/sh
# Opens the page of a report in Chromium and clicks through it: Debian's browser, installed where this user may, and
# puppeteer-core from npm. Where there is no browser it says so, and under CI that is a failure.
#
#   browser.sh JAVA     (the modules are packaged; pictures go to target/browser/pictures)
set -eu
cd "$(dirname "$0")/.."
java=$1
find_browser() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 1
}
browser=$(find_browser) || {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "installing chromium (about a minute)" >&2
        log=$(mktemp)
        { apt-get install -y --no-install-recommends chromium || { apt-get update &&
            apt-get install -y --no-install-recommends chromium; }; } >"$log" 2>&1 </dev/null || tail -n 5 "$log" >&2
        rm -f "$log"
    fi
    browser=$(find_browser) || {
        echo "no browser here: install chromium, or name one in CHROMIUM; the page was not opened" >&2
        [ -z "${CI:-}" ] || exit 1
        exit 0
    }
}

out=$PWD/target/browser
rm -rf "$out"
mkdir -p "$out"
# Three runs, so that there is a trend; each tells that parity fails, which is 1.
for run in 1 2 3; do
    code=0
    "$java" -DPLANTUML_SECURITY_PROFILE=SANDBOX -Djava.awt.headless=true -cp "app/target/classes:app/target/lib/*" dev.paritas.app.command.Paritas \
        report merge app/src/test/browser/report.json -o "$out/report" >"$out/run-$run.log" || code=$?
    [ "$code" = 1 ] || { cat "$out/run-$run.log" >&2; exit 1; }
done

cd app/src/test/browser
if ! cmp -s package-lock.json node_modules/.of; then
    PUPPETEER_SKIP_DOWNLOAD=true npm ci --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/.of
fi
CHROMIUM=$browser PARITAS_PAGE=$out/report/index.html PARITAS_PICTURES=$out/pictures node --test page.test.mjs
