package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RoundResult;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.TransitionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * One published run of the reference's machine, done again here: every role's projection, then the refusal to load, or
 * what the run left behind. What is published of the latter differs, so the members found are the ones compared.
 */
record PublishedRun(String id, SortedMap<String, JsonValue> members) {
    private static final Map<String, String> ROUND_MEMBERS = Map.of(
            "coro", "selected_coro",
            "pc", "selected_pc",
            "type", "selected_type",
            "exec", "exec_status",
            "buffered", "buffered_message_counts",
            "ready", "ready_queue",
            "blocked", "blocked");

    static PublishedRun of(SortedMap<String, JsonValue> members) {
        return new PublishedRun(members.getOrDefault("id", JsonValue.NULL).compactText(), members);
    }

    /** Hands the first difference of each part to {@code found}, with the part's name. */
    void compare(BiConsumer<String, JsonDifference> found) {
        if (!(members.get("projection") instanceof JsonValue.Obj(var roles)) || !members.containsKey("global")) {
            return;
        }
        GlobalType global = TypeReader.global().read(members.getOrDefault("global", JsonValue.NULL));
        Map<String, LocalType> locals = new TreeMap<>();
        roles.forEach((role, published) -> {
            if (published instanceof JsonValue.Obj(var parts)) {
                JsonValue expected = parts.getOrDefault("ok", parts.getOrDefault("error", JsonValue.NULL));
                StructuralDifference.first(expected, projection(global, role))
                        .ifPresent(difference -> found.accept("projection/" + role, difference));
                if (parts.containsKey("ok")) {
                    locals.put(role, Projection.project(global, role));
                }
            }
        });
        if (locals.size() == roles.size()) {
            repeated(CodeImage.fromLocalTypes(locals, global)).forEach((part, actual) -> {
                JsonValue expected = members.get(part);
                if (expected != null) {
                    StructuralDifference.first(expected, actual)
                            .ifPresent(difference -> found.accept(part, difference));
                }
            });
        }
    }

    /** {@return the projection's JSON, or the text of its refusal} */
    static JsonValue projection(GlobalType global, String role) {
        try {
            return TypeCodec.LOCAL.toTree(Projection.project(global, role));
        } catch (ProblemException e) {
            return new JsonValue.Text(e.only(ProjectionError.class).sentence());
        }
    }

    private Map<String, JsonValue> repeated(CodeImage image) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        boolean sliced = members.containsKey("rounds");
        if (sliced) {
            machine.keepPreDispatchSlices();
        }
        try {
            machine.loadChoreography(image);
        } catch (ProblemException e) {
            return Map.of("load_error", text(e.only(MachineError.class)), "trace", JsonValue.NULL);
        }
        List<JsonValue> rounds = new ArrayList<>();
        Map<String, JsonValue> run = new TreeMap<>();
        run.put("load_error", JsonValue.NULL);
        run.put("end", end(machine, sliced, rounds, run));
        run.put("rounds", new JsonValue.Array(rounds));
        run.put("trace", StructuralDifference.array(ObservableEvent.CODEC, machine.trace()));
        run.put(
                "effect_exchanges",
                StructuralDifference.array(
                        EffectExchange.CODEC, machine.records().effectExchanges()));
        run.put(
                "effect_trace",
                StructuralDifference.array(
                        EffectTraceEntry.CODEC, machine.records().effectTrace()));
        run.put(
                "semantic_objects",
                SemanticObjects.CODEC.toTree(machine.records().semanticObjects()));
        return run;
    }

    /** Runs to the end and {@return its name}; a fault is its event and its text, not a round. */
    private JsonValue end(ProtocolMachine machine, boolean sliced, List<JsonValue> rounds, Map<String, JsonValue> run) {
        PassThroughHandler handler = new PassThroughHandler();
        long maxSteps = members.get("max_steps") instanceof JsonValue.Num number ? number.unsignedValue() : 0;
        for (long round = 0; round != maxSteps; round++) {
            RoundResult result;
            try {
                result = machine.stepRound(handler, 1);
            } catch (ProblemException e) {
                run.put("run_error", text(e.only(MachineError.class)));
                return new JsonValue.Text("error");
            }
            if (sliced) {
                rounds.add(round(machine, result, round));
            }
            if (result != RoundResult.CONTINUE) {
                return new JsonValue.Text(RoundResult.CODEC.word(result));
            }
        }
        return new JsonValue.Text("max_steps");
    }

    private static JsonValue round(ProtocolMachine machine, RoundResult result, long number) {
        Map<String, JsonValue> round = new TreeMap<>();
        round.put("round", JsonValue.Num.of(number));
        round.put("result", new JsonValue.Text(RoundResult.CODEC.word(result)));
        if (TransitionSummary.CODEC.toTree(machine.transitionSummary()) instanceof JsonValue.Obj(var transition)) {
            ROUND_MEMBERS.forEach((name, wire) -> round.put(name, transition.getOrDefault(wire, JsonValue.NULL)));
        }
        round.put(
                "pre",
                machine.preDispatchSlice()
                        .map(slice -> RefinementSlice.CODEC.toTree(slice))
                        .orElse(JsonValue.NULL));
        round.put("post", RefinementSlice.CODEC.toTree(machine.refinementSlice()));
        return new JsonValue.Obj(round);
    }

    private static JsonValue text(MachineError error) {
        return new JsonValue.Text(error.sentence());
    }
}
