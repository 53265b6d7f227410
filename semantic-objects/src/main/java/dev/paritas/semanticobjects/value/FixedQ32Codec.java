package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.problem.ProblemException;

/** The integer form of a {@link FixedQ32} (spec 52 §1, 32 §3.6). */
final class FixedQ32Codec implements Codec<FixedQ32> {
    private static final String WANTED = "a fixed-point number encoded as raw bits (i64/u64) or decimal string";

    @Override
    public void write(JsonOutput out, FixedQ32 value) {
        out.signed(value.bits());
    }

    @Override
    public FixedQ32 read(JsonInput in) {
        FixedQ32 value;
        if (in.atString()) {
            value = parsed(in);
            in.skip();
        } else if (in.atFraction()) {
            throw in.fail(
                    JsonErrorCode.BAD_NUMBER,
                    "invalid type: floating point `" + in.peekNumberText() + "`, expected " + WANTED);
        } else if (in.atInteger()) {
            value = new FixedQ32(bits(in));
            in.skip();
        } else {
            throw in.wrongType(WANTED);
        }
        return value;
    }

    private static FixedQ32 parsed(JsonInput in) {
        try {
            return FixedQ32.parse(in.peekString(WANTED));
        } catch (ProblemException e) {
            throw in.fail(
                    JsonErrorCode.INVALID_VALUE, e.only(FixedPointProblem.class).sentence());
        }
    }

    private static long bits(JsonInput in) {
        try {
            return Long.parseLong(in.peekNumberText());
        } catch (NumberFormatException e) {
            throw in.fail(JsonErrorCode.BAD_NUMBER, FixedPointProblem.OVERFLOW.sentence());
        }
    }

    @Override
    public Shape shape() {
        return new Shape.FixedPoint();
    }
}
