@NullMarked
package dev.paritas.model.validator;

import org.jspecify.annotations.NullMarked;
