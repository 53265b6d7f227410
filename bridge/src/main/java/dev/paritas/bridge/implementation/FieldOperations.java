package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a {@link Peer#FIELD_MIRROR} is asked (spec 52 §3.5). */
public final class FieldOperations {
    private static final Codec<Stepped> STEPPED =
            ObjectCodec.of("FieldStep", field("state", Codec.listOf(Codec.STRING), Stepped::state), Stepped::new);

    /**
     * Has the executable check its fixtures, always in a process of its own; the question is JSON's null. What it printed
     * is nothing when all hold; a process that fails names the first that does not.
     */
    public static final Operation<JsonValue, String> CHECK = Operation.of(
            "check", question -> Optional.empty(), OneShot.starting(OneShot.Output.TEXT), Reading.of(Codec.STRING));

    /** The state after one step call; only a serving process takes it. */
    public static final Operation<Step, List<Rational>> STEP = Operation.of(
            "fieldStep",
            step -> Optional.of(JsonOutput.compactBytes(JsonValue.CODEC, step.json())),
            (step, files) -> {
                throw new ImplementationException(
                        Peer.FIELD_MIRROR,
                        new Failure.Unusable("it takes steps only where it serves, and does not", List.of()));
            },
            new Reading<>(
                    STEPPED,
                    (step, reply) -> reply.document().state().stream()
                            .map(Rational::parse)
                            .toList()));

    private FieldOperations() {}

    private record Stepped(List<String> state) {}

    /** @param phase the number of step calls before this one */
    public record Step(FieldMirror field, List<Rational> state, List<Rational> peers, long phase) {
        public Step {
            state = List.copyOf(state);
            peers = List.copyOf(peers);
        }

        private JsonValue json() {
            return new JsonValue.Obj(Map.of(
                    "field", FieldOperations.json(field),
                    "state", FieldOperations.json(state),
                    "peers", FieldOperations.json(peers),
                    "phase", JsonValue.Num.of(phase)));
        }
    }

    private static JsonValue json(FieldMirror field) {
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("layer", new JsonValue.Text(field.layer()));
        switch (field) {
            case FieldMirror.MeanField(Rational beta, Rational stepSize) -> {
                members.put("beta", json(beta));
                members.put("step_size", json(stepSize));
            }
            case FieldMirror.Hamiltonian(Rational springConstant, Rational mass, Rational stepSize) -> {
                members.put("spring_constant", json(springConstant));
                members.put("mass", json(mass));
                members.put("step_size", json(stepSize));
            }
            case FieldMirror.ContinuumField(Rational coupling, Rational stepSize) -> {
                members.put("coupling", json(coupling));
                members.put("step_size", json(stepSize));
            }
        }
        return new JsonValue.Obj(members);
    }

    private static JsonValue json(List<Rational> numbers) {
        return new JsonValue.Array(numbers.stream().map(FieldOperations::json).toList());
    }

    private static JsonValue json(Rational number) {
        return new JsonValue.Text(number.toString());
    }
}
