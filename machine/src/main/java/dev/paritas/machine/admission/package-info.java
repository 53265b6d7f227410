/** The runtime's admission: gates on a configuration, inventories of theorems, transports, the ledger (spec 31 §7-8). */
@NullMarked
package dev.paritas.machine.admission;

import org.jspecify.annotations.NullMarked;
