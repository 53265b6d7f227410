@NullMarked
package dev.paritas.admission.runtime;

import org.jspecify.annotations.NullMarked;
