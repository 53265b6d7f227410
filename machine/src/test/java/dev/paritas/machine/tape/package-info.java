@NullMarked
package dev.paritas.machine.tape;

import org.jspecify.annotations.NullMarked;
