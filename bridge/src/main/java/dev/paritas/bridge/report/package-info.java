/** The machine-readable report of a lane run: its checks, its result, its lines and its digest. */
@NullMarked
package dev.paritas.bridge.report;

import org.jspecify.annotations.NullMarked;
