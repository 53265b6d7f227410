@NullMarked
package dev.paritas.admission.claim;

import org.jspecify.annotations.NullMarked;
