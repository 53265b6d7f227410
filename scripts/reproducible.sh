#!/bin/sh
# Builds twice, in two folders and under two umasks, time zones and languages, and compares the jars. The classes are those
# that this checkout has compiled; only the second build compiles anew, and only the two lowest modules, for time's sake.
#
#   reproducible.sh MAVEN-COMMAND...
set -eu
cd "$(dirname "$0")/.."
lowest='semantic-objects heap'
modules="$lowest choreography test-support machine simulation admission model search bridge junit app benchmarks"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# copy FOLDER MODULE...: the sources of every module, and the classes of the named ones.
copy() {
    folder=$1
    shift
    mkdir "$folder"
    cp -R pom.xml bom "$folder/"
    for module in $modules; do
        mkdir -p "$folder/$module/src" "$folder/$module/target"
        cp "$module/pom.xml" "$folder/$module/"
        cp -R "$module/src/main" "$folder/$module/src/"
    done
    for module in "$@"; do
        cp -R "$module/target/classes" "$folder/$module/target/"
    done
}

echo "building in two places, with umask 022 and 077 (about a minute)" >&2
(
    umask 022
    copy "$work/one" $modules
    cd "$work/one"
    TZ=UTC LC_ALL=C.UTF-8 "$@" package -Dmaven.test.skip -Dmaven.main.skip
)
(
    umask 077
    copy "$work/the other one" ${modules#"$lowest"}
    cd "$work/the other one"
    export TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8
    export MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu"
    "$@" package -Dmaven.test.skip -pl heap -am
    "$@" package -Dmaven.test.skip -Dmaven.main.skip
)

compared=0
for module in $modules; do
    for jar in "$work/one/$module"/target/*.jar; do
        cmp "$jar" "$work/the other one/${jar#"$work/one/"}" || {
            echo "error: JAR_DIFFERS: ${jar##*/} is not the same in both builds" >&2
            exit 1
        }
        compared=$((compared + 1))
    done
done
echo "reproducible: $compared jars are the same in both builds"
