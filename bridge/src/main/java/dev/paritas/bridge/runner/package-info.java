/** Clients of the peer's executables: the validator and the protocol-machine runner. */
@NullMarked
package dev.paritas.bridge.runner;

import org.jspecify.annotations.NullMarked;
