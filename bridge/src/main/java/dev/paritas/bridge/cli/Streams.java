package dev.paritas.bridge.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The three streams of one command run.
 *
 * @param interactive whether a person watches {@code err}, so that a progress bar makes sense
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean interactive) {}
