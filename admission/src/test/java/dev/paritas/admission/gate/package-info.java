@NullMarked
package dev.paritas.admission.gate;

import org.jspecify.annotations.NullMarked;
