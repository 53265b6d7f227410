/** Sessions: the source of type truth, their bounded buffers, and the type advance rule (spec 20 §9-10). */
@NullMarked
package dev.paritas.machine.session;

import org.jspecify.annotations.NullMarked;
