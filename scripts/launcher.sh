#!/bin/sh
# Starts the program of this name: works from any directory and through symbolic links, finds a JDK 25 by itself,
# and uses the ahead-of-time cache beside the jars when it fits. All programs are copies of this one file.

# A stream that is closed would give its number to the next file that is opened, which then is read or written instead.
true 9>&2 || exec 2>/dev/null
{ true 9>&1; } 2>/dev/null || {
    echo "error: IO at standard output: it is closed" >&2
    exit 3
}
closed=false
{ true 9<&0; } 2>/dev/null || {
    exec </dev/null
    closed=true
}

# Only a link needs another program to follow it.
self=$0
[ -f "$self" ] && [ ! -L "$self" ] || self=$(readlink -f -- "$0")
name=${self##*/}
home=$(CDPATH= cd -P -- "${self%"$name"}.." && pwd)
lib=$home/lib

case $name in
    paritas) main=dev.paritas.app.command.Paritas ;;
    bridge-exporter) main=dev.paritas.app.command.BridgeExporter ;;
    telltale_validator) main=dev.paritas.app.executable.TelltaleValidator ;;
    protocol_machine_runner) main=dev.paritas.app.executable.ProtocolMachineRunnerMain ;;
    simulator_parity_tests) main=dev.paritas.app.executable.SimulatorParityTests ;;
    protocol_machine_validator) main=dev.paritas.app.executable.ProtocolMachineValidatorMain ;;
    search_parity_runner) main=dev.paritas.app.executable.SearchParityRunnerMain ;;
    semantic_effect_parity_runner) main=dev.paritas.app.executable.SemanticEffectRunnerMain ;;
    conformance_runner) main=dev.paritas.app.executable.ConformanceRunnerMain ;;
    heap_parity_runner) main=dev.paritas.app.executable.HeapParityRunnerMain ;;
    *)
        echo "error: LAUNCHER_UNKNOWN: no program is called $name" >&2
        exit 3
        ;;
esac

case $lib in
    *:*)
        echo "error: INSTALL_PATH: this program is in a folder whose path has a colon, where Java ends the name of a folder; move it to a path without one" >&2
        exit 3
        ;;
esac

. "$lib/jdk25.sh"
find_jdk25 java || {
    echo "error: JDK_MISSING: no JDK 25 found; set JAVA_HOME to one" >&2
    exit 3
}

# Short commands end before the optimising compiler pays for itself.
case "$name ${1:-}" in
    'paritas check' | 'paritas corpus' | 'paritas train' | *--serve) tiers=4 ;;
    'paritas run' | 'paritas compare') [ $# -gt 2 ] && tiers=4 || tiers=1 ;;
    *) tiers=1 ;;
esac

# The distribution is assembled with PARITAS_AOT_OUTPUT set, which records the cache instead of using it. A damaged cache
# crashes the virtual machine, so one is used only while it has the checksum of the day it was made. Else it is removed,
# which is said this once; a cache that cannot be removed, or not be checked, is passed over in silence.
cache=
aot=$lib/$name.aot
if [ -n "${PARITAS_AOT_OUTPUT:-}" ]; then
    cache=-XX:AOTCacheOutput=$PARITAS_AOT_OUTPUT
elif read -r made 2>/dev/null <"$aot.cksum" && found=$(cksum 2>/dev/null <"$aot"); then
    if [ "$found" = "$made" ]; then
        cache=-XX:AOTCache=$aot
    elif rm "$aot" 2>/dev/null; then
        echo "warning: the start-up cache of $name was damaged and is removed; it starts more slowly until it is installed again" >&2
    fi
fi

# Names in arguments are UTF-8 even where no locale is set, or the plain one.
locale=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
case $locale in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
terminal=false columns=
if [ -t 2 ]; then
    terminal=true
    columns=$(stty size <&2 2>/dev/null)
fi
[ -t 1 ] && screen=true || screen=false

# Under a limit of addresses the heap must leave room for the rest, or the machine crashes where it could say what it lacks.
heap=
limits=$(ulimit -v && ulimit -n)
addresses=${limits%%[!0-9a-z]*}
if [ "$addresses" != unlimited ]; then
    heap="-Xmx$((addresses / 3))k -XX:CompressedClassSpaceSize=64m"
fi

# A virtual machine that does not start ends with 1, which would mean that two sides differ; so it is tried first where
# a limit or an option of the user can keep it from starting.
if [ "$addresses" != unlimited ] || [ "${limits##*[!0-9a-z]}" -lt 64 ] 2>/dev/null ||
    [ -n "${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-}" ]; then
    "$jdk25/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=$tiers -XX:-UsePerfData -Xlog:disable ${cache:+"$cache"} $heap \
        -cp "$lib/paritas.jar" -version </dev/null >/dev/null 2>&1 || {
        echo "error: JVM_START_FAILED: the virtual machine does not start within the limits and options set here" >&2
        exit 3
    }
fi

# The virtual machine keeps quiet: a missing or stale cache only costs time. Whoever draws diagrams opens no window, no
# file and no connection.
exec "$jdk25/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=$tiers -XX:-UsePerfData -Xlog:disable ${cache:+"$cache"} $heap \
    -Dparitas.home="$home" -Dparitas.terminal=$terminal -Dparitas.terminal.out=$screen \
    -Djava.awt.headless=true -DPLANTUML_SECURITY_PROFILE=SANDBOX \
    -Dslf4j.internal.verbosity=ERROR -Dparitas.columns="${columns#* }" -Dparitas.stdin.closed=$closed -cp "$lib/paritas.jar" "$main" "$@"
