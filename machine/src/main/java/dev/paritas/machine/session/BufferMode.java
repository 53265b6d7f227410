package dev.paritas.machine.session;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** What a buffer keeps: every message in order, or only the newest. */
public enum BufferMode {
    FIFO,
    LATEST_VALUE;

    public static final Codec<BufferMode> CODEC = WordCodec.camelCase(BufferMode.class);
}
