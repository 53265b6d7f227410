/** Recording what a handler answered and answering from the record (spec 21 §9, 51 §11). */
@NullMarked
package dev.paritas.machine.tape;

import org.jspecify.annotations.NullMarked;
