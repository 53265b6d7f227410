/**
 * Holds a runtime to a protocol in JUnit tests: {@link Recorder} notes what the roles do, {@link ParityAssertions} judges it,
 * and {@link ParityTest} makes one test for each protocol file. Needs JUnit 5.14 or 6; docs/junit.md shows each step.
 */
@NullMarked
package dev.paritas.junit;

import org.jspecify.annotations.NullMarked;
