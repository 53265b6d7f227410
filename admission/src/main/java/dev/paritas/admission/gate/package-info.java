/** The runtime's admission: gates on a configuration, inventories of theorems, transports, the ledger (spec 31 §7-8). */
@NullMarked
package dev.paritas.admission.gate;

import org.jspecify.annotations.NullMarked;
