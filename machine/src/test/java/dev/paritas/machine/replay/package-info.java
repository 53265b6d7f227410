@NullMarked
package dev.paritas.machine.replay;

import org.jspecify.annotations.NullMarked;
