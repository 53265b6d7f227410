@NullMarked
package dev.paritas.bridge.architecture.planted.bridge.cli;

import org.jspecify.annotations.NullMarked;
