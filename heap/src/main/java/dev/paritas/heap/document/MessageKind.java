package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** The only kind that a {@code resource_fixture} may have. */
enum MessageKind {
    MESSAGE;

    static final Codec<MessageKind> CODEC = WordCodec.snakeCase(MessageKind.class);
}
