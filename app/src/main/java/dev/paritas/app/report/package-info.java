/** The report of {@code paritas check} as a folder of files for people, build servers and code scanners, and their merge. */
@NullMarked
package dev.paritas.app.report;

import org.jspecify.annotations.NullMarked;
