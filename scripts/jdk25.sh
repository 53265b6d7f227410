#!/bin/sh
# Finds a JDK 25: JAVA_HOME, then java on PATH, then the folders where platforms keep their JDKs.
# Run it to print the home; launchers read it in and call find_jdk25, which sets jdk25.

# is_jdk25 HOME TOOL: whether HOME is a JDK 25 that has bin/TOOL. Reads its release file and starts nothing.
is_jdk25() {
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    while read -r line; do
        case $line in
            'JAVA_VERSION="25"' | 'JAVA_VERSION="25'[.+-]*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

# find_jdk25 TOOL: sets jdk25 to the home of the first JDK 25 that has bin/TOOL; fails when there is none.
find_jdk25() {
    jdk25=${JAVA_HOME:-}
    [ -n "$jdk25" ] && is_jdk25 "$jdk25" "$1" && return 0
    if jdk25=$(command -v java); then
        jdk25=$(readlink -f "$jdk25")
        jdk25=${jdk25%/bin/java}
        is_jdk25 "$jdk25" "$1" && return 0
    fi
    for jdk25 in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* /opt/jvm/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/}"/.jdks/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.local/share/mise/installs/java/* \
        "${HOME:-/}"/.asdf/installs/java/* "${HOME:-/}"/.m2/jdks/* \
        "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        is_jdk25 "$jdk25" "$1" && return 0
    done
    return 1
}

case ${0##*/} in
    jdk25.sh)
        find_jdk25 javac || {
            echo "error: JDK_MISSING: no JDK 25 found; set JAVA_HOME to one" >&2
            exit 3
        }
        printf '%s\n' "$jdk25"
        ;;
esac
