package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.model.field.FieldFixture;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.MirrorException;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What the serving field mirror can be asked for (docs/serve.md); numbers are fractions as texts. */
final class SimulatorParityOperations implements ServedRole {
    @Override
    public String name() {
        return "simulator_parity_tests";
    }

    @Override
    public String kind() {
        return ImplementationId.JAVA_MODEL;
    }

    @Override
    public List<String> operations() {
        return List.of("checkFixtures", "fieldStep");
    }

    @Override
    public Answer perform(String operation, JsonValue payload) {
        return switch (operation) {
            case "checkFixtures" ->
                out -> {
                    out.beginObject().name("fixtures").beginArray();
                    for (FieldFixture fixture : FieldFixture.PUBLISHED) {
                        out.beginObject().name("name").string(fixture.name());
                        out.name("passed").bool(fixture.holds()).endObject();
                    }
                    out.endArray().endObject();
                };
            case "fieldStep" -> step(payload);
            default -> throw new RoleException(RoleErrorCode.UNKNOWN_OPERATION, "unsupported operation: " + operation);
        };
    }

    private static Answer step(JsonValue payload) {
        FieldMirror field = field(member(payload, "field"));
        List<Rational> state = numbers(member(payload, "state"));
        List<Rational> peers = numbers(member(payload, "peers"));
        if (!(member(payload, "phase") instanceof JsonValue.Num phase && phase.isUnsigned())) {
            throw refused("phase must be a natural number");
        }
        List<Rational> next;
        try {
            next = field.step(state, peers, phase.unsignedValue());
        } catch (MirrorException e) {
            throw refused(e.text());
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
            default -> throw refused("there is no such field layer");
        };
    }

    private static List<Rational> numbers(JsonValue json) {
        if (!(json instanceof JsonValue.Array(List<JsonValue> elements))) {
            throw refused("a list of fractions is expected");
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
            throw refused("a fraction as text is expected");
        }
        try {
            return Rational.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static JsonValue member(JsonValue json, String name) {
        return ValidatorModes.member(json, name);
    }

    private static RoleException refused(String text) {
        return new RoleException(RoleErrorCode.REFUSED, text);
    }
}
