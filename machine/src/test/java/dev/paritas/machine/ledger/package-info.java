/** Tests of the records of this package by their wire form. */
@NullMarked
package dev.paritas.machine.ledger;

import org.jspecify.annotations.NullMarked;
