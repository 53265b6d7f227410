@NullMarked
package dev.paritas.machine.validator;

import org.jspecify.annotations.NullMarked;
