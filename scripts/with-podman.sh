#!/bin/sh
# Runs a command with a container engine within its reach: that of DOCKER_HOST or of Docker's usual socket, else Podman's,
# whose service, images and containers live as long as the command. A Podman that may not run anything here is no engine.
#
#   with-podman.sh ROOT-DIRECTORY COMMAND...     (the root directory is what Podman has to run a shell in)
set -eu
root=$(readlink -f -- "$1")
shift
# The helper container that Testcontainers would start comes from a registry.
export TESTCONTAINERS_RYUK_DISABLED=true
if [ -n "${DOCKER_HOST:-}" ] || [ -S /var/run/docker.sock ] || ! command -v podman >/dev/null; then
    exec "$@"
fi
work=$(mktemp -d)
service=
runtime=$(command -v runc || command -v crun || true)
finish() {
    podman ${runtime:+"--runtime=$runtime"} --root "$work/storage" --runroot "$work/run" rm --all --force --time 0 \
        >>"$work/log" 2>&1 || true
    [ -z "$service" ] || { kill "$service" && wait "$service"; } 2>/dev/null || true
    # Each waits minutes for somebody to ask how its program ended; asked to end, it would mount the storage once more.
    for process in /proc/[0-9]*; do
        case $(tr '\0' ' ' 2>/dev/null <"$process/cmdline") in
            *conmon*" $work/"*) kill -KILL "${process#/proc/}" 2>/dev/null || true ;;
        esac
    done
    while umount -l "$work/storage/overlay" 2>/dev/null; do :; done
    rm -rf "$work" || true
}
trap finish EXIT
trap 'exit 130' INT TERM

# Modest limits: where this user may not raise its own, those that Podman sets by itself are refused.
cat >"$work/containers.conf" <<'END'
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
END
export CONTAINERS_CONF="$work/containers.conf"
probe=$(podman ${runtime:+"--runtime=$runtime"} --root "$work/storage" --runroot "$work/run" \
    run --rm --network none --rootfs "$root" /bin/sh -c 'exit 0' 2>&1) || {
    echo "warning: podman cannot run containers here: $probe" >&2
    "$@"
    exit
}
podman ${runtime:+"--runtime=$runtime"} --root "$work/storage" --runroot "$work/run" \
    system service --time=0 "unix://$work/podman.sock" >"$work/log" 2>&1 &
service=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -S "$work/podman.sock" ] && break
    sleep 1
done
export DOCKER_HOST="unix://$work/podman.sock"
"$@"
