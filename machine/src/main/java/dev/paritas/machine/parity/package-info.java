/** The reduced bundles as this machine shows them: every entry is taken from a run, none is typed in (spec 52 §6, §7). */
@NullMarked
package dev.paritas.machine.parity;

import org.jspecify.annotations.NullMarked;
