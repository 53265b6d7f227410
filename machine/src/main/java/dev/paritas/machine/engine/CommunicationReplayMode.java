package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** How a received message is held against repetition (spec 20 §12.1). */
public enum CommunicationReplayMode {
    OFF,
    SEQUENCE,
    NULLIFIER;

    public static final Codec<CommunicationReplayMode> CODEC = WordCodec.snakeCase(CommunicationReplayMode.class);
}
