#!/bin/sh
# Assembles target/dist from the packaged modules, the corpus, the fixtures and the schemas; run by `just dist`. Does
# nothing when the distribution is made of the same files already.
set -eu
cd "$(dirname "$0")/.."
dist=target/dist
programs='bin/paritas bin/bridge-exporter
    runners/telltale_validator runners/protocol_machine_runner runners/protocol_machine_validator runners/heap_parity_runner
    runners/semantic_effect_parity_runner runners/search_parity_runner runners/simulator_parity_tests
    runners/conformance_runner'

# The caches are as they were made: a launcher removes one that is not.
whole() {
    for sum in "$dist"/lib/*.aot.cksum; do
        cksum 2>/dev/null <"${sum%.cksum}" | cmp -s - "$sum" || return 1
    done
}

made_of=$(
    cksum app/target/lib/*.jar app/target/paritas-app-[0-9]*.jar scripts/*.sh
    find corpus fixtures -type f -exec cksum {} + | sort
)
if [ -f "$dist/lib/made-of" ] && [ "$(cat "$dist/lib/made-of")" = "$made_of" ] && whole; then
    exit 0
fi

echo "assembling $dist: copy the jars, start each program once" >&2
rm -rf "$dist"
mkdir -p "$dist/bin" "$dist/lib" "$dist/runners"
cp app/target/lib/*.jar scripts/jdk25.sh "$dist/lib/"
cp app/target/paritas-app-[0-9]*.jar "$dist/lib/paritas.jar"
cp -R corpus fixtures "$dist/"
cp -R app/src/main/resources/dev/paritas/app/schema "$dist/schemas"
for program in $programs; do
    cp scripts/launcher.sh "$dist/$program"
    chmod +x "$dist/$program"
done

"$dist/bin/paritas" manual --output "$dist/share/man/man1" >/dev/null
for shell in bash/bash-completion/completions/paritas fish/fish/vendor_completions.d/paritas.fish; do
    file=$dist/share/${shell#*/}
    mkdir -p "${file%/*}"
    "$dist/bin/paritas" completion "${shell%%/*}" >"$file"
done

# One training run of each program records which classes it needs and, where it serves, which of its code is hot; the
# virtual machine then starts from that cache.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
train() {
    PARITAS_AOT_OUTPUT=$dist/lib/${1##*/}.aot "$dist/$@" >"$work/${1##*/}.log" 2>&1 ||
        echo "warning: the training run of ${1##*/} failed; it will start slowly" >&2
}

for protocol in fixtures/protocols/*.json; do
    printf '{"id":0,"operation":"run","payload":%s}\n' "$(tr -d '\n' <"$protocol")"
done >"$work/requests"
for _ in 1 2 3 4 5 6 7; do
    cat "$work/requests" "$work/requests" >"$work/twice"
    mv "$work/twice" "$work/requests"
done

"$dist/bin/paritas" sample --output "$work/sample.json" >/dev/null
train bin/paritas train &
train bin/bridge-exporter --input "$work/sample.json" --role Client \
    --choreography-out "$work/choreography.json" --program-out "$work/program.json"
train runners/telltale_validator --choreography "$work/choreography.json" --program "$work/program.json" \
    --json-log "$work/log.json"
train runners/protocol_machine_runner --serve <"$work/requests"
inspect='{"operation":"inspectCapabilityModel","payload":{}}'
echo "$inspect" | train runners/protocol_machine_validator
ended='{"operation":"conform","payload":{"global_type":{"kind":"end"},"events":[]}}'
echo "$ended" | train runners/conformance_runner
train runners/simulator_parity_tests
train runners/semantic_effect_parity_runner </dev/null
train runners/search_parity_runner </dev/null
train runners/heap_parity_runner fixtures/heap/practice.json
wait
for cache in "$dist"/lib/*.aot; do
    cksum <"$cache" >"$cache.cksum"
done

# The programs must start from any directory and through symbolic links.
root=$PWD
for program in $programs; do
    ln -s "$root/$dist/$program" "$work/${program##*/}"
done
(
    cd "$work"
    ./paritas version >/dev/null
    ./bridge-exporter --version >/dev/null
    ./telltale_validator --export-projection choreography.json --role Client --output projection.json
    ./simulator_parity_tests >/dev/null
    echo "$ended" | ./conformance_runner >/dev/null
    echo "$inspect" | ./protocol_machine_validator >/dev/null
    ./protocol_machine_runner <"$root/fixtures/protocols/ping_pong.json" >/dev/null
    ./semantic_effect_parity_runner </dev/null >/dev/null
    ./search_parity_runner </dev/null >/dev/null
    ./heap_parity_runner "$root/fixtures/heap/practice.json" >/dev/null
) || {
    echo "error: DIST_BROKEN: a program does not start from another directory" >&2
    exit 3
}

# The whole folder works where it is put: it knows no checkout.
cp -R "$dist" "$work/moved"
(
    cd "$work"
    moved/bin/paritas compare --case fixtures/ping_pong >/dev/null
    moved/bin/paritas compare --case heap/fixtures/practice >/dev/null
    moved/bin/paritas schema validate --schema lean_bridge.v1/run_input moved/fixtures/protocols/ping_pong.json >/dev/null
) || {
    echo "error: DIST_BROKEN: the distribution does not work in another place" >&2
    exit 3
}
printf '%s\n' "$made_of" >"$dist/lib/made-of"
