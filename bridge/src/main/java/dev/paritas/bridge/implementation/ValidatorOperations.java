package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.OneShot.Invocation;
import dev.paritas.bridge.implementation.OneShot.Output;
import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a {@link Peer#VALIDATOR} is asked (spec 12 §2, §3.3): a serving process gets the documents inline, one of its own
 * as files. Types travel as JSON, so that documents the strict readers refuse can be put to the peer as well.
 */
public final class ValidatorOperations {
    private static final String OUTPUT = "--output";

    /** Whether the program's local type is the projection of the choreography for its role. */
    public static final Operation<Program, LeanValidationResult> VALIDATE = Operation.of(
            "validate",
            payload(program -> Map.of("choreography", program.choreography(), "program", program.program())),
            (program, files) -> Invocation.filling(
                    Output.LOG,
                    files.write("log.json", ""),
                    List.of(
                            "--choreography",
                            pretty(files, "choreography.json", program.choreography()),
                            "--program",
                            pretty(files, "program.json", program.program()),
                            "--json-log")),
            reading(ValidatorOperations::validated));

    /** The projections for some roles, ascending. */
    public static final Operation<Projections, SortedMap<String, JsonValue>> PROJECT = new Operation<>(
            "export_all_projections",
            "project_all",
            payload(question -> Map.of("global_type", question.global())),
            (question, files) -> answering(
                    files,
                    "--export-all-projections",
                    files.write("global.json", question.global().compactText()).toString()),
            reading(ValidatorOperations::projected));

    /** The whole answer document about one role. */
    public static final Operation<RoleOf, JsonValue> EXPORT_PROJECTION = Operation.of(
            "export_projection",
            payload(question -> Map.of("global_type", question.global(), "role", new JsonValue.Text(question.role()))),
            (question, files) -> answering(
                    files,
                    "--export-projection",
                    pretty(files, "global.json", question.global()),
                    "--role",
                    question.role()),
            Reading.of(JsonValue.CODEC));

    /** The whole answer document about every role of a global type. */
    public static final Operation<JsonValue, JsonValue> EXPORT_ALL_PROJECTIONS =
            about("export_all_projections", "global", "global_type", Reading.of(JsonValue.CODEC));

    public static final Operation<Subtyping, Boolean> CHECK_ASYNC_SUBTYPE = Operation.of(
            "check_async_subtype",
            payload(question -> Map.of("subtype", question.subtype(), "supertype", question.supertype())),
            (question, files) -> answering(
                    files,
                    "--check-async-subtype",
                    pretty(files, "subtype.json", question.subtype()),
                    pretty(files, "supertype.json", question.supertype())),
            reading((question, reply) -> verdict(reply, "Lean async-subtyping check failed")));

    public static final Operation<JsonValue, Boolean> CHECK_ORPHAN_FREE = about(
            "check_orphan_free",
            "local",
            "local_type",
            reading((question, reply) -> verdict(reply, "Lean orphan-free check failed")));

    public static final Operation<JsonValue, RegularPracticalFragment> CHECK_REGULAR_PRACTICAL_FRAGMENT = about(
            "check_regular_practical_fragment", "local", "local_type", reading((question, reply) -> fragment(reply)));

    /** Put to {@link Peer#VALIDATORS_MACHINE}; the answer is the whole document. */
    public static final Operation<Run, JsonValue> RUN_PROTOCOL_MACHINE = run();

    private ValidatorOperations() {}

    /**
     * Whether a local type is in the regular practical fragment, and why not (spec 12 §2.2).
     *
     * @param fullUnfoldHead one of {@code end}, {@code var}, {@code mu}, {@code send}, {@code recv}
     * @param reason given for types outside the fragment
     */
    public record RegularPracticalFragment(
            boolean result,
            boolean reachesCommunication,
            boolean wellFormed,
            String fullUnfoldHead,
            Optional<String> reason) {}

    /**
     * What the validator said about one projection (spec 12 §3.3).
     *
     * @param success whether the local type is the projection
     * @param role the role as the validator read it
     * @param message the validator's word, possibly empty
     * @param rawOutput the process's stdout
     */
    public record LeanValidationResult(boolean success, String role, String message, String rawOutput) {}

    public record Program(JsonValue choreography, JsonValue program) {}

    /** @param roles those that are wanted; every one when empty */
    public record Projections(JsonValue global, List<String> roles) {
        public Projections {
            roles = List.copyOf(roles);
        }
    }

    public record RoleOf(JsonValue global, String role) {}

    public record Subtyping(JsonValue subtype, JsonValue supertype) {}

    /**
     * @param choreographies documents {@code {"schema_version", "global_type", "roles"}}
     * @param concurrency unsigned
     * @param maxSteps unsigned
     */
    public record Run(List<JsonValue> choreographies, long concurrency, long maxSteps) {
        public Run {
            choreographies = List.copyOf(choreographies);
        }
    }

    private static Operation<Run, JsonValue> run() {
        Payload<Run> payload = payload(run -> Map.of(
                "schema_version",
                new JsonValue.Text(BridgeVersion.CURRENT),
                "choreographies",
                new JsonValue.Array(run.choreographies()),
                "concurrency",
                JsonValue.Num.of(run.concurrency()),
                "max_steps",
                JsonValue.Num.of(run.maxSteps())));
        return new Operation<>(
                "run", "run_protocol_machine", payload, OneShot.stdin(payload), Reading.of(JsonValue.CODEC));
    }

    /** {@return an operation about one type, which is a mode of the same name} */
    private static <A> Operation<JsonValue, A> about(
            String name, String file, String member, Reading<JsonValue, ?, A> reading) {
        return Operation.of(
                name,
                payload(type -> Map.of(member, type)),
                (type, files) -> answering(files, "--" + name.replace('_', '-'), pretty(files, file + ".json", type)),
                reading);
    }

    private static <Q> Payload<Q> payload(Function<Q, Map<String, JsonValue>> members) {
        Codec<JsonValue> document = JsonValue.CODEC;
        return question -> Payload.of(document).of(new JsonValue.Obj(members.apply(question)));
    }

    private static <Q, A> Reading<Q, JsonValue, A> reading(BiFunction<Q, Reply<JsonValue>, A> then) {
        return new Reading<>(JsonValue.CODEC, then::apply);
    }

    private static String pretty(ScratchFiles files, String name, JsonValue json) throws IOException {
        return files.write(name, json.prettyText()).toString();
    }

    private static Invocation answering(ScratchFiles files, String... mode) throws IOException {
        Path output = files.write("output.json", "");
        List<String> arguments = new ArrayList<>(List.of(mode));
        arguments.add(OUTPUT);
        return Invocation.filling(Output.FILE, output, arguments);
    }

    private static LeanValidationResult validated(Program question, Reply<JsonValue> reply) {
        Members log = new Members(reply.document());
        // A mismatch ends a process of its own with exit code 1, so it is the same failure here (spec 12 §3.5).
        if (reply.served() && log.text("status").filter("fail"::equals).isPresent()) {
            throw reply.refused("Projection mismatch for " + log.text("role").orElse(""));
        }
        String role = log.text("role").orElseThrow(() -> reply.unreadable("missing string field: role"));
        String status = log.text("status").orElseThrow(() -> reply.unreadable("missing string field: status"));
        boolean success = switch (status) {
            case "ok" -> true;
            case "error" -> false;
            default -> throw reply.unreadable("invalid status value in JSON log: " + status);
        };
        return new LeanValidationResult(success, role, log.text("message").orElse(""), reply.printed());
    }

    private static SortedMap<String, JsonValue> projected(Projections question, Reply<JsonValue> reply) {
        Members answer = new Members(reply.document());
        if (answer.bool("success").filter(success -> !success).isPresent()) {
            throw reply.unreadable(answer.text("error").orElse("Lean export failed"));
        }
        SortedMap<String, JsonValue> all;
        try {
            all = ProjectionPayload.decode(reply.document());
        } catch (IllegalArgumentException e) {
            throw reply.unreadable(String.valueOf(e.getMessage()));
        }
        if (question.roles().isEmpty()) {
            return all;
        }
        SortedMap<String, JsonValue> requested = new TreeMap<>(CodePointOrder.INSTANCE);
        for (String role : question.roles()) {
            JsonValue projection = all.get(role);
            if (projection == null) {
                throw reply.unreadable("missing projection for role " + role);
            }
            requested.put(role, projection);
        }
        return Collections.unmodifiableSortedMap(requested);
    }

    private static boolean verdict(Reply<JsonValue> reply, String failed) {
        Members answer = new Members(reply.document());
        boolean success = answer.bool("success").orElseThrow(() -> reply.unreadable("missing success field"));
        if (!success) {
            throw reply.unreadable(answer.text("error").orElse(failed));
        }
        return answer.bool("result").orElseThrow(() -> reply.unreadable("missing result field"));
    }

    private static RegularPracticalFragment fragment(Reply<JsonValue> reply) {
        Members answer = new Members(reply.document());
        return new RegularPracticalFragment(
                verdict(reply, "Lean regular-practical-fragment check failed"),
                answer.bool("reaches_communication")
                        .orElseThrow(() -> reply.unreadable("missing reaches_communication field")),
                answer.bool("well_formed").orElseThrow(() -> reply.unreadable("missing well_formed field")),
                answer.text("full_unfold_head").orElseThrow(() -> reply.unreadable("missing full_unfold_head field")),
                answer.text("reason"));
    }
}
