/** What the machine writes down beside its trace: effect records, progress contracts, the bundle and the audit log derived from them. */
@NullMarked
package dev.paritas.machine.ledger;

import org.jspecify.annotations.NullMarked;
