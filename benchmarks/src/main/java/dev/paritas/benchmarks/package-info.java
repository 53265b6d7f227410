/** JMH benchmarks of the hot paths: codecs, projection, the machine, comparison. */
@NullMarked
package dev.paritas.benchmarks;

import org.jspecify.annotations.NullMarked;
