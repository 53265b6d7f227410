@NullMarked
package dev.paritas.bridge.bundle;

import org.jspecify.annotations.NullMarked;
