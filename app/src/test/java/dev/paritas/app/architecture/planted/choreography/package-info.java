/** Planted violations: the rules must notice what is in here. */
@NullMarked
package dev.paritas.app.architecture.planted.choreography;

import org.jspecify.annotations.NullMarked;
