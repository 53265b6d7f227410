/**
 * Files of the product. What somebody else wrote is read up to a limit. What is written for others is written beside,
 * flushed to the disk, renamed; nothing else in the product writes a file, but for temporary ones.
 */
@NullMarked
package dev.paritas.bridge.files;

import org.jspecify.annotations.NullMarked;
