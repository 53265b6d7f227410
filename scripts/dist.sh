#!/bin/sh
# Assembles target/dist/{bin,lib,runners} from the packaged modules; run by `just dist`.
set -eu
cd "$(dirname "$0")/.."
dist=target/dist
rm -rf "$dist"
mkdir -p "$dist/bin" "$dist/lib" "$dist/runners"
cp -p bridge/target/lib/*.jar "$dist/lib/"
cp -p bridge/target/bridge-[0-9]*.jar "$dist/lib/paritas.jar"
cp scripts/jdk25.sh "$dist/lib/"
for program in bin/paritas bin/bridge-exporter runners/telltale_validator runners/protocol_machine_runner; do
    cp scripts/launcher.sh "$dist/$program"
    chmod +x "$dist/$program"
done
