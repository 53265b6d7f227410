/** The ways through a protocol: which branch is taken at each choice, and the protocol in which those stand first. */
@NullMarked
package dev.paritas.choreography.path;

import org.jspecify.annotations.NullMarked;
