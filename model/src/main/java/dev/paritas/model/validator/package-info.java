/** The rules of the machine validator over open JSON: bundles, changes of membership, the capability model (spec 32 §6-8). */
@NullMarked
package dev.paritas.model.validator;

import org.jspecify.annotations.NullMarked;
