/** Whether what the roles of a protocol were seen to do follows the protocol: local types walked with FIFO edges. */
@NullMarked
package dev.paritas.choreography.monitor;

import org.jspecify.annotations.NullMarked;
