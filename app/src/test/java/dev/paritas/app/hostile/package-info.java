/** Damaged documents, requests and command lines by the hundred thousand: whatever comes in, the answer is typed, short and soon. */
@NullMarked
package dev.paritas.app.hostile;

import org.jspecify.annotations.NullMarked;
