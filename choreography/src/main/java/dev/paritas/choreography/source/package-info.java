/** The subset of the {@code .tell} source language that the exporter needs: layout, parser, lowering to global types (spec 10 §7). */
@NullMarked
package dev.paritas.choreography.source;

import org.jspecify.annotations.NullMarked;
