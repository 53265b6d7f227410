/** What a runtime admits: contracts, execution profiles, transports, and the theorems behind them (spec 31 §7-8). */
@NullMarked
package dev.paritas.semanticobjects.admission;

import org.jspecify.annotations.NullMarked;
