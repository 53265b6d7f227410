/** The reduced bundles on the bridge: published tables, comparison, corpus documents (spec 52 §6, §7). */
@NullMarked
package dev.paritas.bridge.parity;

import org.jspecify.annotations.NullMarked;
