package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a run can be recovered. */
public record Durability(Mode mode) {
    /** By what. */
    public enum Mode {
        DISABLED,
        WAL;

        static final WordCodec<Mode> CODEC = WordCodec.snakeCase(Mode.class);
    }

    public static final Durability DISABLED = new Durability(Mode.DISABLED);
}
