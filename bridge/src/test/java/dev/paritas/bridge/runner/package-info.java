/** Tests of the runner clients against scripted peers. */
@NullMarked
package dev.paritas.bridge.runner;

import org.jspecify.annotations.NullMarked;
