/** The command line from outside: arguments in, streams and exit code out. */
@NullMarked
package dev.paritas.app.command;

import org.jspecify.annotations.NullMarked;
