/** The command line: {@code paritas} and {@code bridge-exporter}. */
@NullMarked
package dev.paritas.app.command;

import org.jspecify.annotations.NullMarked;
