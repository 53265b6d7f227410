package dev.paritas.app.executable;

import dev.paritas.app.executable.Executable.Answer;
import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.PracticalFragment;
import dev.paritas.choreography.check.SubtypingError;
import dev.paritas.choreography.json.ModelDecodeProblem;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The modes of the validator on documents (spec 12 §2): what each writes, wherever the documents come from. A document
 * that cannot be decoded is a {@link RequestException} whose message is that of the reference process.
 */
final class ValidatorModes {
    /** The verdict of a validation. */
    record Validation(String role, LocalType expected, LocalType provided) {
        boolean ok() {
            return expected.equals(provided);
        }

        String status() {
            return ok() ? "ok" : "fail";
        }

        String message() {
            return ok() ? "ok" : "local type mismatch";
        }

        /** {@return the log that tells the verdict, with both types} */
        Answer log() {
            return out -> {
                TypeCodec.LOCAL.write(out.beginObject().name("expected"), expected);
                out.name("message").string(message());
                TypeCodec.LOCAL.write(out.name("provided"), provided);
                out.name("role").string(role).name("status").string(status()).endObject();
            };
        }
    }

    /** The modes with their documents inline (docs/serve.md). */
    static final Map<String, Executable.Operation> SERVED = Map.of(
            "check_async_subtype",
            payload -> checkAsyncSubtype(() -> member(payload, "subtype"), () -> member(payload, "supertype")),
            "check_orphan_free",
            payload -> checkOrphanFree(() -> member(payload, "local_type")),
            "check_regular_practical_fragment",
            payload -> checkPracticalFragment(() -> member(payload, "local_type")),
            "export_all_projections",
            payload -> exportAllProjections(globalType(payload)),
            "export_projection",
            payload -> exportProjection(globalType(payload), role(member(payload, "role"))),
            "project",
            ValidatorModes::project,
            "validate",
            payload -> validate(choreography(member(payload, "choreography")), member(payload, "program"))
                    .log());

    private ValidatorModes() {}

    /** All projections, or those of the roles asked for. */
    private static Answer project(JsonValue payload) {
        GlobalType global = globalType(payload);
        if (!(member(payload, "roles") instanceof JsonValue.Array(List<JsonValue> roles))) {
            return exportAllProjections(global);
        }
        return exportProjections(
                global, roles.stream().map(ValidatorModes::role).toList());
    }

    private static GlobalType globalType(JsonValue payload) {
        return global(member(payload, "global_type"));
    }

    private static String role(JsonValue json) {
        if (json instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw RequestException.refused("a role must be a string");
    }

    /** {@return the document of an export} */
    static GlobalType global(JsonValue document) {
        return global(document, "");
    }

    /** {@return the first document of a validation} */
    static GlobalType choreography(JsonValue document) {
        return global(document, "Failed to decode global type: ");
    }

    private static GlobalType global(JsonValue document, String prefix) {
        try {
            return ModelTypeReader.global().decode(document);
        } catch (ProblemException e) {
            throw RequestException.refused(
                    prefix + e.only(ModelDecodeProblem.class).sentence());
        }
    }

    private static LocalType local(Supplier<JsonValue> document, String prefix) {
        JsonValue parsed;
        try {
            parsed = document.get();
        } catch (RequestException e) {
            throw RequestException.refused(prefix + e.text());
        }
        return local(parsed, prefix);
    }

    private static LocalType local(JsonValue document, String prefix) {
        try {
            return ModelTypeReader.local().decode(document);
        } catch (ProblemException e) {
            throw RequestException.refused(
                    prefix + e.only(ModelDecodeProblem.class).sentence());
        }
    }

    /** Mode V. */
    static Validation validate(GlobalType choreography, JsonValue program) {
        String prefix = "Failed to decode program: ";
        if (!(member(program, "role") instanceof JsonValue.Text(String role))) {
            throw RequestException.refused(prefix + "String expected");
        }
        LocalType provided = local(member(program, "local_type"), prefix);
        return new Validation(role, CandidateProjection.trans(choreography, role), provided);
    }

    /** Mode E1. Any role is accepted; one that does not occur projects like a bystander. */
    static Answer exportProjection(GlobalType global, String role) {
        LocalType projection = CandidateProjection.trans(global, role);
        return out -> {
            TypeCodec.LOCAL.write(out.beginObject().name("projection"), projection);
            success(out).endObject();
        };
    }

    /** Mode E2: one entry for each role that sends, receives or hands over. */
    static Answer exportAllProjections(GlobalType global) {
        return exportProjections(global, participants(global));
    }

    /** {@return what {@link #exportAllProjections} writes, with one entry for each of {@code roles}} */
    static Answer exportProjections(GlobalType global, Collection<String> roles) {
        SortedSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
        sorted.addAll(roles);
        return out -> {
            out.beginObject().name("projections").beginObject();
            for (String role : sorted) {
                TypeCodec.LOCAL.write(out.name(role), CandidateProjection.trans(global, role));
            }
            success(out.endObject()).endObject();
        };
    }

    /** Mode S; of two documents that cannot be used, the subtype is told. */
    static Answer checkAsyncSubtype(Supplier<JsonValue> subtype, Supplier<JsonValue> supertype) {
        LocalType sub = local(subtype, "failed to decode subtype local type: ");
        LocalType sup = local(supertype, "failed to decode supertype local type: ");
        Optional<SubtypingError> error = AsyncSubtyping.check(sub, sup, Dialect.REFERENCE);
        return out -> {
            out.beginObject();
            error.ifPresent(why -> out.name("reason").string(why.sentence()));
            success(out.name("result").bool(error.isEmpty())).endObject();
        };
    }

    /** Mode F. */
    static Answer checkOrphanFree(Supplier<JsonValue> type) {
        boolean holds = OrphanFreedom.holds(decoded(type), Dialect.REFERENCE);
        return out -> success(out.beginObject().name("result").bool(holds)).endObject();
    }

    /** Mode R. */
    static Answer checkPracticalFragment(Supplier<JsonValue> type) {
        PracticalFragment fragment = PracticalFragment.of(decoded(type));
        return out -> {
            out.beginObject().name("full_unfold_head").string(fragment.fullUnfoldHead());
            out.name("reaches_communication").bool(fragment.reachesCommunication());
            fragment.reason().ifPresent(reason -> out.name("reason").string(reason));
            success(out.name("result").bool(fragment.result()));
            out.name("well_formed").bool(fragment.wellFormed()).endObject();
        };
    }

    /** {@return what an export or a check writes instead of its result} */
    static Answer failure(String message) {
        return out -> out.beginObject()
                .name("error")
                .string(message)
                .name("success")
                .bool(false)
                .endObject();
    }

    private static JsonOutput success(JsonOutput out) {
        return out.name("success").bool(true);
    }

    private static LocalType decoded(Supplier<JsonValue> type) {
        return local(type, "failed to decode local type: ");
    }

    private static SortedSet<String> participants(GlobalType global) {
        SortedSet<String> roles = new TreeSet<>(CodePointOrder.INSTANCE);
        roles.addAll(global.roles());
        ArrayDeque<GlobalType> open = new ArrayDeque<>();
        open.push(global);
        while (!open.isEmpty()) {
            GlobalType node = open.pop();
            if (node instanceof GlobalType.Delegate delegate) {
                roles.add(delegate.delegator());
                roles.add(delegate.delegatee());
            }
            for (int i = 0; i < node.arity(); i++) {
                open.push(node.child(i));
            }
        }
        return roles;
    }

    /** {@return the member; the JSON null when it is missing or {@code json} is no object} */
    static JsonValue member(JsonValue json, String name) {
        return json instanceof JsonValue.Obj(var members) ? members.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
    }
}
