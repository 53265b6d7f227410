/** Tests of child processes against small hostile children. */
@NullMarked
package dev.paritas.bridge.process;

import org.jspecify.annotations.NullMarked;
