/** Tests of the runner clients against scripted peers. */
@NullMarked
package dev.paritas.bridge.implementation;

import org.jspecify.annotations.NullMarked;
