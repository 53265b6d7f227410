package dev.paritas.app.architecture.planted.junit;

import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.util.RestoreSystemProperties;

/** An annotation and a method of JUnit 6.1. */
@RestoreSystemProperties
final class Newer {
    AssertionError failure() {
        return AssertionFailureBuilder.assertionFailure()
                .message("planted")
                .trimStacktrace(Newer.class)
                .build();
    }
}
