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
            return PeerVerdict.SIMULATION.issues(JsonValue.CODEC.read(in));
        }

        @Override
        public Shape shape() {
            return new Shape.Any();
        }
    };
}
