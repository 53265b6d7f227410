package dev.paritas.bridge.runner;

import org.jspecify.annotations.Nullable;

/** How one runner client words what every runner client can run into. */
interface RunnerFailures {
    RuntimeException io(String text, @Nullable Throwable cause);

    RuntimeException processFailed(int code, String stderr, @Nullable Throwable cause);

    RuntimeException parse(String text, @Nullable Throwable cause);

    RuntimeException timedOut(String operation, long millis, @Nullable Throwable cause);
}
