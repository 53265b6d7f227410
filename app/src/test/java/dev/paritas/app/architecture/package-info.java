/** The layering and the house rules, stated as tests over the compiled classes. */
@NullMarked
package dev.paritas.app.architecture;

import org.jspecify.annotations.NullMarked;
