package dev.paritas.bridge.process;

import java.util.Map;

/** Ends one of our executables when the program that started it is gone, however that ended. */
public final class ParentWatch {
    /** 128 and the number of SIGTERM. */
    private static final int ENDED = 143;

    private ParentWatch() {}

    /**
     * Watches the parent of this process, when this program started it; a person's shell may go away before what it has
     * started.
     *
     * @param environment of this process
     */
    public static void begin(Map<String, String> environment) {
        if (environment.keySet().stream().anyMatch(name -> name.startsWith(ProcessTree.MARKER))) {
            ProcessHandle.current().parent().ifPresent(parent -> {
                var ignored = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ENDED));
            });
        }
    }
}
