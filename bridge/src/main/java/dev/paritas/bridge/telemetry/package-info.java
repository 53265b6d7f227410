/**
 * Watches a process through the spans that it makes anyway. This package alone needs OpenTelemetry's SDK, which whoever makes
 * spans has; the rest of the library runs without it.
 */
@NullMarked
package dev.paritas.bridge.telemetry;

import org.jspecify.annotations.NullMarked;
