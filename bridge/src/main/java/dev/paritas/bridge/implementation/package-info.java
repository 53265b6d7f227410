/** Implementations on the other side of the bridge: who they are, and the clients of their executables. */
@NullMarked
package dev.paritas.bridge.implementation;

import org.jspecify.annotations.NullMarked;
