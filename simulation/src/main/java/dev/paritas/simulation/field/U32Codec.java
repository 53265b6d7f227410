package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.Shape;

/** Integers 0..2^32-1, carried in a long. */
final class U32Codec implements Codec<Long> {
    static final Codec<Long> INSTANCE = new U32Codec();

    private static final long MAX = 0xffff_ffffL;

    private U32Codec() {}

    @Override
    public void write(JsonOutput out, Long value) {
        out.unsigned(value);
    }

    @Override
    public Long read(JsonInput in) {
        long value = in.readUnsignedLong();
        if (value < 0 || value > MAX) {
            throw in.fail(JsonErrorCode.BAD_NUMBER, "integer is above " + MAX);
        }
        return value;
    }

    @Override
    public Shape shape() {
        return new Shape.Unsigned(MAX);
    }
}
