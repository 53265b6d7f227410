package dev.paritas.bridge.scenario;

import dev.paritas.bridge.implementation.SimRunInput;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.MeanField;
import dev.paritas.simulation.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A protocol with a scenario, whose run and reference simulation must agree (spec 52 §5.4). */
public record SimulationFixture(Scenario scenario, GlobalType protocol) {
    private static final long SEED = 7;

    /** Ping-pong in a loop, and a ring of three in a loop. */
    public static final List<SimulationFixture> PUBLISHED = List.of(
            of(
                    "ping_pong",
                    List.of("A", "B"),
                    16,
                    loop(GlobalType.comm(
                            "A", "B", "ping", GlobalType.comm("B", "A", "pong", new GlobalType.Var("X"))))),
            of(
                    "ring",
                    List.of("A", "B", "C"),
                    18,
                    loop(GlobalType.comm(
                            "A",
                            "B",
                            "ab",
                            GlobalType.comm(
                                    "B", "C", "bc", GlobalType.comm("C", "A", "ca", new GlobalType.Var("X")))))));

    private static GlobalType loop(GlobalType body) {
        return new GlobalType.Mu("X", body);
    }

    private static SimulationFixture of(String name, List<String> roles, long steps, GlobalType protocol) {
        MeanField field = new MeanField(
                FixedQ32.ONE, List.of("up", "down"), List.of(FixedQ32.HALF, FixedQ32.HALF), FixedQ32.parse("0.01"));
        Scenario canonical =
                Scenario.of(name, roles, steps).withField(field).withSeed(SEED).canonicalReplay();
        return new SimulationFixture(canonical, protocol);
    }

    /** {@return the request that describes the fixture} */
    public SimRunInput input() {
        return input(Scenario.CODEC.toTree(scenario), protocol);
    }

    /** {@return a request for {@code protocol}, its local types included} */
    public static SimRunInput input(JsonValue scenario, GlobalType protocol) {
        Map<String, JsonValue> locals = new TreeMap<>();
        Projection.projectAll(protocol).forEach((role, type) -> locals.put(role, TypeCodec.LOCAL.toTree(type)));
        return SimRunInput.of(scenario, TypeCodec.GLOBAL.toTree(protocol), locals);
    }

    /** {@return the JSON of the fixture's request} */
    public static JsonValue request(SimulationFixture fixture) {
        return SimRunInput.CODEC.toTree(fixture.input());
    }

    /** {@return the JSON of a request for {@code steps} steps of {@code protocol}, which need have no projection} */
    public static JsonValue request(GlobalType protocol, long steps) {
        JsonValue scenario = new JsonValue.Obj(Map.of("steps", JsonValue.Num.of(steps)));
        return SimRunInput.CODEC.toTree(SimRunInput.of(scenario, TypeCodec.GLOBAL.toTree(protocol), Map.of()));
    }
}
