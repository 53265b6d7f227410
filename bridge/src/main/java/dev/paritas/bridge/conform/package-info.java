/** Holds a log of what a runtime did to its protocol: reading logs of several forms, and the report. */
@NullMarked
package dev.paritas.bridge.conform;

import org.jspecify.annotations.NullMarked;
