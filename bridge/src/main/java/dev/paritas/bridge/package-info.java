/** What all rooms of the bridge share: the release they belong to. */
@NullMarked
package dev.paritas.bridge;

import org.jspecify.annotations.NullMarked;
