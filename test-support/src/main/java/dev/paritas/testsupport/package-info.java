/** What tests of several modules share; main code never uses it. */
@NullMarked
package dev.paritas.testsupport;

import org.jspecify.annotations.NullMarked;
