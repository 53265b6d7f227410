/**
 * The lanes of {@code check-parity} as tables of rows that one loop runs, and the comparisons that are no rows: bundles,
 * shapes, heap documents and fresh protocols.
 */
@NullMarked
package dev.paritas.bridge.check;

import org.jspecify.annotations.NullMarked;
