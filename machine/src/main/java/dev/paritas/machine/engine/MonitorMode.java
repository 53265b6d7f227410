package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** Whether session types are checked before each instruction (spec 20 §15.1). */
public enum MonitorMode {
    OFF,
    SESSION_TYPE_PRECHECK;

    public static final Codec<MonitorMode> CODEC = WordCodec.camelCase(MonitorMode.class);
}
