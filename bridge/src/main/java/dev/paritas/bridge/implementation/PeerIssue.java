package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.Shape;
import java.util.List;
import java.util.Optional;

/** One objection of the peer: its code, where it applies, and a sentence (spec 22 §14.4). */
public record PeerIssue(String code, Optional<String> path, String message) {
    /** How answers with {@code valid} and {@code errors} are read; the two words are the defaults of an issue. */
    record Reader(String defaultCode, String defaultMessage) {
        static final Reader TRACE = new Reader("lean.error", "unspecified Lean validation error");
        static final Reader SIMULATION = new Reader("simulation.error", "unspecified simulation error");

        /** @throws ImplementationException {@code UNREADABLE} when there is no verdict */
        static boolean valid(String operation, Reply<JsonValue> reply) {
            return new Members(reply.document())
                    .bool("valid")
                    .orElseThrow(() -> reply.unreadable("missing boolean field 'valid' in " + operation + " response"));
        }

        List<PeerIssue> errors(Reply<JsonValue> reply) {
            JsonValue errors = new Members(reply.document()).member("errors");
            return errors == null ? List.of() : issues(errors);
        }

        /** {@return the issues of a member {@code errors}, whatever it holds} */
        List<PeerIssue> issues(JsonValue errors) {
            return errors instanceof JsonValue.Array(List<JsonValue> items)
                    ? items.stream().map(this::issue).toList()
                    : List.of(plain(errors));
        }

        private PeerIssue issue(JsonValue item) {
            if (!(item instanceof JsonValue.Obj)) {
                return plain(item);
            }
            Members fields = new Members(item);
            return new PeerIssue(
                    fields.text("code").orElse(defaultCode),
                    fields.text("path"),
                    fields.text("message").orElse(defaultMessage));
        }

        private PeerIssue plain(JsonValue value) {
            String message = value instanceof JsonValue.Text(String text) ? text : value.compactText();
            return new PeerIssue(defaultCode, Optional.empty(), message);
        }
    }

    /** The objections to a simulation, read as leniently as the reference reads them. */
    static final Codec<List<PeerIssue>> SIMULATION = new Codec<>() {
        @Override
        public void write(JsonOutput out, List<PeerIssue> issues) {
            out.beginArray();
            for (PeerIssue issue : issues) {
                out.beginObject().name("code").string(issue.code());
                out.name("message").string(issue.message());
                issue.path().ifPresent(path -> out.name("path").string(path));
                out.endObject();
            }
            out.endArray();
        }

        @Override
        public List<PeerIssue> read(JsonInput in) {
            return Reader.SIMULATION.issues(JsonValue.CODEC.read(in));
        }

        @Override
        public Shape shape() {
            return new Shape.Any();
        }
    };
}
