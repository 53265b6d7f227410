/** Files of the product: read up to a limit, written whole or not at all. */
@NullMarked
package dev.paritas.bridge.files;

import org.jspecify.annotations.NullMarked;
