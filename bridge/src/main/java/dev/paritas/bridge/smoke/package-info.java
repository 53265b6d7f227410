/** Tests of a runner's adapter itself, before a protocol is blamed: does it start, answer, refuse, serve? */
@NullMarked
package dev.paritas.bridge.smoke;

import org.jspecify.annotations.NullMarked;
