/** Child processes with deadlines, bounded output and no orphans, on Apache Commons Exec. */
@NullMarked
package dev.paritas.bridge.process;

import org.jspecify.annotations.NullMarked;
