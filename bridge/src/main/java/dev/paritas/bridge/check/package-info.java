/** The lanes of {@code check-parity}: what each compares, what it reads, and when it declines. */
@NullMarked
package dev.paritas.bridge.check;

import org.jspecify.annotations.NullMarked;
