package dev.paritas.bridge.implementation;

import org.jspecify.annotations.Nullable;

/** How one runner client words what every runner client can run into. */
@FunctionalInterface
interface RunnerFailures {
    RunnerException of(RunnerFailure failure, @Nullable Throwable cause);
}
