/** Bundles as a composed runtime holds them, and their changes of membership (spec 31 §9-10). */
@NullMarked
package dev.paritas.admission.runtime;

import org.jspecify.annotations.NullMarked;
