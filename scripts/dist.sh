#!/bin/sh
# Assembles target/dist/{bin,lib,runners} from the packaged modules; run by `just dist`. Does nothing when the
# distribution is made of the same files already.
set -eu
cd "$(dirname "$0")/.."
dist=target/dist
programs='bin/paritas bin/bridge-exporter runners/telltale_validator runners/protocol_machine_runner'

made_of=$(cksum bridge/target/lib/*.jar bridge/target/bridge-[0-9]*.jar scripts/*.sh)
if [ -f "$dist/lib/made-of" ] && [ "$(cat "$dist/lib/made-of")" = "$made_of" ]; then
    exit 0
fi

rm -rf "$dist"
mkdir -p "$dist/bin" "$dist/lib" "$dist/runners"
cp bridge/target/lib/*.jar scripts/jdk25.sh "$dist/lib/"
cp bridge/target/bridge-[0-9]*.jar "$dist/lib/paritas.jar"
for program in $programs; do
    cp scripts/launcher.sh "$dist/$program"
    chmod +x "$dist/$program"
done

# One rehearsal for each program records which classes it needs; the virtual machine then starts from that cache.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rehearse() {
    PARITAS_AOT_OUTPUT=$dist/lib/${1##*/}.aot "$dist/$@" >"$work/${1##*/}.log" 2>&1 </dev/null ||
        echo "warning: the rehearsal of ${1##*/} failed; it will start slowly" >&2
}
rehearse bin/paritas rehearse
printf '%s\n' "$made_of" >"$dist/lib/made-of"
