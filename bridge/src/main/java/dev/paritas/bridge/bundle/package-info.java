/** Protocol bundles: export, conversion, the lint on claims, and the in-process machine validator (spec 32). */
@NullMarked
package dev.paritas.bridge.bundle;

import org.jspecify.annotations.NullMarked;
