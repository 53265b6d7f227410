#!/bin/sh
# Builds the Lean runner of this name with the native toolchain, then runs it. Each runner is a link to this file.
name=${0##*/}
self=$(readlink -f -- "$0")
lean=${self%/*/*}
log=$(lake --dir "$lean" build "$name" 2>&1) || {
    printf '%s\n' "$log" >&2
    exit 69
}
exec "$lean/.lake/build/bin/$name" "$@"
