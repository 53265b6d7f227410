/** The executables we offer in the place of the formal model's: validator and machine runner, one-shot and serving. */
@NullMarked
package dev.paritas.bridge.role;

import org.jspecify.annotations.NullMarked;
