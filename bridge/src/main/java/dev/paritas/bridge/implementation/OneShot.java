package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a process that answers one question is asked. */
@FunctionalInterface
public interface OneShot<Q> {
    /** @throws IOException when a file for the process cannot be written */
    Invocation of(Q question, ScratchFiles files) throws IOException;

    /** Where the answer is. */
    enum Output {
        /** One JSON document on stdout. */
        STDOUT,
        /** All of stdout, as one text. */
        TEXT,
        /** A file, which tells the reason of a refusal, too. */
        FILE,
        /** A file that is written when the process ends well. */
        LOG
    }

    /**
     * One start of an executable.
     *
     * @param file of the answer, when it is not on stdout
     */
    record Invocation(List<String> arguments, byte[] stdin, Output output, Optional<Path> file) {
        private static final byte[] NO_INPUT = {};

        public Invocation {
            arguments = List.copyOf(arguments);
        }

        static Invocation stdin(byte[] document) {
            return new Invocation(List.of(), document, Output.STDOUT, Optional.empty());
        }

        static Invocation arguments(Output output, String... arguments) {
            return new Invocation(List.of(arguments), NO_INPUT, output, Optional.empty());
        }

        /** {@return a start whose last argument names the file of the answer} */
        static Invocation filling(Output output, Path file, List<String> arguments) {
            List<String> all = new ArrayList<>(arguments);
            all.add(file.toString());
            return new Invocation(all, NO_INPUT, output, Optional.of(file));
        }
    }

    /** {@return a process without arguments, which reads the payload from stdin} */
    static <Q> OneShot<Q> stdin(Operation.Payload<Q> payload) {
        return (question, files) -> Invocation.stdin(document(payload, question));
    }

    /** {@return as {@link #stdin}, the payload in the envelope of {@code operation} (spec 22 §12)} */
    static <Q> OneShot<Q> enveloped(String operation, Operation.Payload<Q> payload) {
        return (question, files) -> Invocation.stdin(envelope(operation, document(payload, question)));
    }

    /** {@return a process that is asked nothing but to start} */
    static <Q> OneShot<Q> starting(Output output) {
        return (question, files) -> Invocation.arguments(output);
    }

    private static <Q> byte[] document(Operation.Payload<Q> payload, Q question) {
        return payload.of(question).orElseThrow(() -> new IllegalArgumentException("a question without a document"));
    }

    private static byte[] envelope(String operation, byte[] payload) {
        ByteArrayOutputStream document = new ByteArrayOutputStream(payload.length + 96);
        try (JsonOutput out = JsonOutput.compact(document, JsonOutput.MemberOrder.ASCENDING)) {
            out.beginObject();
            out.name("operation").string(operation);
            out.name("payload").raw(new String(payload, StandardCharsets.UTF_8));
            out.name("schema_version").string(BridgeVersion.CURRENT);
            out.endObject();
        }
        return document.toByteArray();
    }
}
