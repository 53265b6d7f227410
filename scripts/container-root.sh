#!/bin/sh
# Makes the root file system of a container for our runners, out of this machine's own files: a Java 25, Node, a shell, the
# libraries they are linked to, and of ours the distribution and, where it is built, Lean. Nothing is downloaded.
#
#   container-root.sh DIRECTORY     (emptied first)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
into=${1:?usage: container-root.sh DIRECTORY}
dist=$root/target/dist
[ -x "$dist/bin/paritas" ] || {
    echo "error: DIST_MISSING: run \`just dist\` first" >&2
    exit 3
}
. "$root/scripts/jdk25.sh"
find_jdk25 jlink || {
    echo "error: JDK_MISSING: no JDK 25 found; set JAVA_HOME to one" >&2
    exit 3
}
rm -rf "$into"
mkdir -p "$into/bin" "$into/tmp" "$into/proc" "$into/sys" "$into/dev" "$into/etc" "$into/root"

# with_libraries FILE...: copies the shared libraries of these files to where the loader looks for them.
with_libraries() {
    for file in "$@"; do
        ldd "$file" 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\// { print $1 }'
    done | sort -u | while read -r library; do
        [ -e "$into$library" ] && continue
        mkdir -p "$into${library%/*}"
        cp -L "$library" "$into$library"
    done
}

# program NAME: a program of this machine, as /bin/NAME.
program() {
    file=$(readlink -f "$(command -v "$1")")
    cp "$file" "$into/bin/$1"
    with_libraries "$file"
}

for name in sh readlink sleep env node; do
    program "$name"
done
printf 'root:x:0:0:root:/root:/bin/sh\n' >"$into/etc/passwd"

mkdir -p "$into/opt"
"$jdk25/bin/jlink" --add-modules java.se,jdk.unsupported --no-header-files --no-man-pages --output "$into/opt/jdk"
for name in java jli jimage net nio zip management; do
    with_libraries "$jdk25/lib/lib$name.so"
done
with_libraries "$jdk25/bin/java" "$jdk25/lib/server/libjvm.so"

mkdir -p "$into/opt/paritas"
cp -R "$dist/." "$into/opt/paritas/"
if [ -f "$root/lean/.build/toolchain" ]; then
    mkdir -p "$into/opt/lean" "$into/opt/lean-cache"
    cp -R "$root/lean/npm" "$root/lean/.build" "$into/opt/lean/"
    cache=$(cat "$root/lean/.build/toolchain")
    cp -R "$cache" "$into/opt/lean-cache/"
fi
