@NullMarked
package dev.paritas.app.architecture.planted.search.engine;

import org.jspecify.annotations.NullMarked;
