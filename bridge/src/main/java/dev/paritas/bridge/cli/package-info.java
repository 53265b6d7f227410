/** The command line: {@code paritas} and {@code bridge-exporter}. */
@NullMarked
package dev.paritas.bridge.cli;

import org.jspecify.annotations.NullMarked;
