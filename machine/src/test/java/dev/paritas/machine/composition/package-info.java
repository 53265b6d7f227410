@NullMarked
package dev.paritas.machine.composition;

import org.jspecify.annotations.NullMarked;
