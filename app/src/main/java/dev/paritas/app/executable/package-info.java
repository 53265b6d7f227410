/** The executables we offer in the place of the formal model's: each a list of operations and a one-shot form. */
@NullMarked
package dev.paritas.app.executable;

import org.jspecify.annotations.NullMarked;
