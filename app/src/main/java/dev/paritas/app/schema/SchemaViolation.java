package dev.paritas.app.schema;

/** One place where a document breaks its schema: JSON pointer and a sentence. */
public record SchemaViolation(String pointer, String message) {}
