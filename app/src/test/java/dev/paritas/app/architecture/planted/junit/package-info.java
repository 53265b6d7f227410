/** Uses what only JUnit 6 has. */
@NullMarked
package dev.paritas.app.architecture.planted.junit;

import org.jspecify.annotations.NullMarked;
