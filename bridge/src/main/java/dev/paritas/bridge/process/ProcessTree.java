package dev.paritas.bridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A child and everything it started. Live descendants are found by parentage; those whose parent has already ended are
 * found, where {@code /proc} exists, by an environment variable that every member inherits. The tree's id is part of the
 * variable's name, so a member that keeps child processes of its own adds a variable and hides none.
 */
final class ProcessTree {
    /** How the name of a marking variable begins. */
    static final String MARKER = "PARITAS_CHILD_";

    private static final Path PROC = Path.of("/proc");
    private static final Duration KILL_WAIT = Duration.ofSeconds(2);

    private final Process root;
    private final byte[] marker;

    /** @param markerName variable of value {@code 1} in the root's environment */
    ProcessTree(Process root, String markerName) {
        this.root = root;
        this.marker = (markerName + "=1").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return a name for the variable of a new tree} */
    static String newMarkerName() {
        return MARKER + UUID.randomUUID().toString().replace('-', '_');
    }

    Process root() {
        return root;
    }

    /**
     * Ends every process of the tree, descendants first: SIGTERM, then SIGKILL to what is left after {@code grace}.
     * Returns at once when nothing is alive; keeps an interrupt of the calling thread for later.
     */
    synchronized void kill(Duration grace) {
        List<ProcessHandle> targets = alive();
        if (targets.isEmpty()) {
            return;
        }
        targets.forEach(ProcessHandle::destroy);
        awaitGone(targets, grace);
        // A member may fork while it is being ended, so look again until nobody is left.
        long giveUp = System.nanoTime() + KILL_WAIT.toNanos();
        for (targets = alive(); !targets.isEmpty() && System.nanoTime() < giveUp; targets = alive()) {
            targets.forEach(ProcessHandle::destroyForcibly);
            awaitGone(targets, KILL_WAIT);
        }
    }

    /** {@return the living members, the root last} */
    private List<ProcessHandle> alive() {
        Map<Long, ProcessHandle> found = new LinkedHashMap<>();
        if (root.isAlive()) {
            root.descendants().forEach(handle -> found.put(handle.pid(), handle));
        }
        marked().forEach(handle -> found.put(handle.pid(), handle));
        found.remove(root.pid());
        List<ProcessHandle> living = new ArrayList<>();
        for (ProcessHandle handle : found.values()) {
            if (!gone(handle)) {
                living.add(handle);
            }
        }
        if (root.isAlive()) {
            living.add(root.toHandle());
        }
        return living;
    }

    private List<ProcessHandle> marked() {
        List<ProcessHandle> handles = new ArrayList<>();
        if (!Files.isDirectory(PROC)) {
            return handles;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                if (carriesMarker(entry)) {
                    ProcessHandle.of(Long.parseLong(entry.getFileName().toString()))
                            .ifPresent(handles::add);
                }
            }
        } catch (IOException e) {
            return handles;
        }
        return handles;
    }

    private boolean carriesMarker(Path entry) {
        byte[] environment;
        try {
            environment = Files.readAllBytes(entry.resolve("environ"));
        } catch (IOException e) {
            return false; // ended meanwhile, or belongs to another user and so not to us
        }
        for (int start = 0; start + marker.length <= environment.length; start++) {
            if (startsWithMarker(environment, start)) {
                return true;
            }
            while (start < environment.length && environment[start] != 0) {
                start++;
            }
        }
        return false;
    }

    private boolean startsWithMarker(byte[] environment, int start) {
        for (int i = 0; i < marker.length; i++) {
            if (environment[start + i] != marker[i]) {
                return false;
            }
        }
        int end = start + marker.length;
        return end == environment.length || environment[end] == 0;
    }

    private static void awaitGone(List<ProcessHandle> targets, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = TimeUnit.MILLISECONDS.toNanos(1);
        while (!targets.stream().allMatch(ProcessTree::gone) && System.nanoTime() < end) {
            // An interrupted thread would not park; the wait is short and the tree must go, so hold the interrupt back.
            boolean interrupted = Thread.interrupted();
            LockSupport.parkNanos(pause);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            pause = Math.min(pause * 2, TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** An ended process that its new parent has not collected yet still has a handle that says alive. */
    private static boolean gone(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return true;
        }
        try {
            String stat = Files.readString(PROC.resolve(handle.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && stat.charAt(state) == 'Z';
        } catch (IOException e) {
            return !handle.isAlive();
        }
    }
}
