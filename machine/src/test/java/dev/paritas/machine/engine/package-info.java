/** Tests of the engine through its public face. */
@NullMarked
package dev.paritas.machine.engine;

import org.jspecify.annotations.NullMarked;
