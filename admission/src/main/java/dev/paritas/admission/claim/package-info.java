/** Protocol bundles: types with claims about them, exchanged with the machine validator (spec 32 §2-3). */
@NullMarked
package dev.paritas.admission.claim;

import org.jspecify.annotations.NullMarked;
