package dev.paritas.bridge.runner;

import org.jspecify.annotations.Nullable;

/** How one runner client words what every runner client can run into. */
@FunctionalInterface
interface RunnerFailures {
    RunnerException of(RunnerFailure failure, @Nullable Throwable cause);
}
