package dev.paritas.app.architecture.planted.unmarked;

/** Lives in a package that says nothing about null. */
record Unmarked(String text) {}
