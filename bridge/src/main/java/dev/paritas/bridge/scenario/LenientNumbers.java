package dev.paritas.bridge.scenario;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedPointProblem;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.ArrayList;
import java.util.List;

/** Reads float tokens as the decimals they are, and notes where it did: our deviation {@code sim.scenario.float_tokens}. */
final class LenientNumbers implements Codec<FixedQ32> {
    private final List<String> paths = new ArrayList<>();

    /** {@return where float tokens were, in document order} */
    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public FixedQ32 read(JsonInput in) {
        if (!in.atFraction()) {
            return FixedQ32.CODEC.read(in);
        }
        try {
            FixedQ32 value = FixedQ32.parse(in.peekNumberText());
            paths.add(ScenarioFile.dotted(
                    in.fail(JsonErrorCode.INVALID_VALUE, "place").path()));
            in.skip();
            return value;
        } catch (ProblemException e) {
            throw in.fail(
                    JsonErrorCode.INVALID_VALUE, e.only(FixedPointProblem.class).sentence());
        }
    }

    @Override
    public void write(JsonOutput out, FixedQ32 value) {
        FixedQ32.CODEC.write(out, value);
    }

    @Override
    public Shape shape() {
        return FixedQ32.CODEC.shape();
    }
}
