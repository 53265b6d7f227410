@NullMarked
package dev.paritas.app.architecture.planted.app.command;

import org.jspecify.annotations.NullMarked;
