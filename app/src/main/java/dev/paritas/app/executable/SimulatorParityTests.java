package dev.paritas.app.executable;

import dev.paritas.app.executable.Executable.Answer;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.model.field.FieldFixture;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.MirrorProblem;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The executable {@code simulator_parity_tests} (spec 52 §3.5): the field mirror against the published fixtures. Nothing
 * is printed when all hold; the first that does not is {@code uncaught exception: ... fixture mismatch} on stderr with
 * exit code 1, and arguments are ignored. Serving, its numbers are fractions as texts (docs/serve.md).
 */
public final class SimulatorParityTests {
    private SimulatorParityTests() {}

    public static void main(String[] args) {
        executable(FieldFixture.PUBLISHED).main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return executable(FieldFixture.PUBLISHED).run(args, in, out, err);
    }

    static Executable executable(List<FieldFixture> fixtures) {
        return new Executable(
                "simulator_parity_tests",
                ImplementationId.JAVA_MODEL,
                BridgeVersion.CURRENT,
                Map.of("checkFixtures", _ -> out -> report(fixtures, out), "fieldStep", SimulatorParityTests::step),
                (_, _, _) -> check(fixtures));
    }

    private static int check(List<FieldFixture> fixtures) throws Executable.Failure {
        for (FieldFixture fixture : fixtures) {
            if (!fixture.holds()) {
                throw Executable.Failure.uncaught(fixture.failure());
            }
        }
        return 0;
    }

    private static void report(List<FieldFixture> fixtures, JsonOutput out) {
        out.beginObject().name("fixtures").beginArray();
        for (FieldFixture fixture : fixtures) {
            out.beginObject().name("name").string(fixture.name());
            out.name("passed").bool(fixture.holds()).endObject();
        }
        out.endArray().endObject();
    }

    private static Answer step(JsonValue payload) {
        FieldMirror field = field(member(payload, "field"));
        List<Rational> state = numbers(member(payload, "state"));
        List<Rational> peers = numbers(member(payload, "peers"));
        if (!(member(payload, "phase") instanceof JsonValue.Num phase && phase.isUnsigned())) {
            throw RequestException.refused("phase must be a natural number");
        }
        List<Rational> next;
        try {
            next = field.step(state, peers, phase.unsignedValue());
        } catch (ProblemException e) {
            throw RequestException.refused(e.only(MirrorProblem.class).sentence());
        }
        return out -> {
            out.beginObject().name("state").beginArray();
            next.forEach(number -> out.string(number.toString()));
            out.endArray().endObject();
        };
    }

    private static FieldMirror field(JsonValue json) {
        String layer = member(json, "layer") instanceof JsonValue.Text(String name) ? name : "";
        return switch (layer) {
            case "mean_field" -> new FieldMirror.MeanField(number(json, "beta"), number(json, "step_size"));
            case "hamiltonian" ->
                new FieldMirror.Hamiltonian(
                        number(json, "spring_constant"), number(json, "mass"), number(json, "step_size"));
            case "continuum_field" ->
                new FieldMirror.ContinuumField(number(json, "coupling"), number(json, "step_size"));
            default -> throw RequestException.refused("there is no such field layer");
        };
    }

    private static List<Rational> numbers(JsonValue json) {
        if (!(json instanceof JsonValue.Array(List<JsonValue> elements))) {
            throw RequestException.refused("a list of fractions is expected");
        }
        List<Rational> numbers = new ArrayList<>();
        elements.forEach(element -> numbers.add(number(element)));
        return numbers;
    }

    private static Rational number(JsonValue json, String name) {
        return number(member(json, name));
    }

    private static Rational number(JsonValue json) {
        if (!(json instanceof JsonValue.Text(String text))) {
            throw RequestException.refused("a fraction as text is expected");
        }
        try {
            return Rational.parse(text);
        } catch (IllegalArgumentException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()));
        }
    }

    private static JsonValue member(JsonValue json, String name) {
        return ValidatorModes.member(json, name);
    }
}
