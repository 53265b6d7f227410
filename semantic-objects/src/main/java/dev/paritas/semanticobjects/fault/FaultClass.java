package dev.paritas.semanticobjects.fault;

import dev.paritas.semanticobjects.json.WordCodec;

/** The class of a fault (spec 20 §4); {@link #code} is what scripts key on. */
public enum FaultClass {
    TYPE("machine.fault.type"),
    LABEL("machine.fault.label"),
    CHANNEL("machine.fault.channel"),
    VERIFICATION("machine.fault.verification"),
    INVOKE("machine.fault.invoke"),
    ACQUIRE("machine.fault.acquire"),
    TRANSFER("machine.fault.transfer"),
    SPECULATION("machine.fault.speculation"),
    CLOSE("machine.fault.close"),
    FLOW("machine.fault.flow"),
    PROGRESS("machine.fault.progress"),
    OUTPUT_CONDITION("machine.fault.output_condition"),
    REGISTER("machine.fault.register"),
    PROGRAM_COUNTER("machine.fault.pc"),
    BUFFER("machine.fault.buffer"),
    CREDITS("machine.fault.credits");

    public static final WordCodec<FaultClass> CODEC = WordCodec.camelCase(FaultClass.class);

    private final String code;

    FaultClass(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
