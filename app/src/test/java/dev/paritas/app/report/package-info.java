@NullMarked
package dev.paritas.app.report;

import org.jspecify.annotations.NullMarked;
