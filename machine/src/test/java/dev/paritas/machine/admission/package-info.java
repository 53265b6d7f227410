@NullMarked
package dev.paritas.machine.admission;

import org.jspecify.annotations.NullMarked;
