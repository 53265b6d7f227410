/** Which coroutine runs next: ready, eligible and blocked membership under the four policies of spec 21 §2-3. */
@NullMarked
package dev.paritas.machine.schedule;

import org.jspecify.annotations.NullMarked;
