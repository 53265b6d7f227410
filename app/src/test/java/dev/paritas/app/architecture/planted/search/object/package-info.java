@NullMarked
package dev.paritas.app.architecture.planted.search.object;

import org.jspecify.annotations.NullMarked;
