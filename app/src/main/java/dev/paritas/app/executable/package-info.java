/** The executables we offer in the place of the formal model's: validator and machine runner, one-shot and serving. */
@NullMarked
package dev.paritas.app.executable;

import org.jspecify.annotations.NullMarked;
