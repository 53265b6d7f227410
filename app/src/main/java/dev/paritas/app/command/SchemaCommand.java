package dev.paritas.app.command;

import dev.paritas.app.schema.BridgeDocument;
import dev.paritas.app.schema.BridgeSchema;
import dev.paritas.app.schema.SchemaViolation;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "schema",
        description = "The JSON Schemas of the documents that are exchanged.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
    /** No document that a schema describes is longer. */
    private static final long MOST = 64L << 20;

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SchemaCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "list", description = "Show the schemas and what they describe.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        if (json) {
            streams.document(JsonOutput.compactText(
                    JsonValue.CODEC,
                    new JsonValue.Array(Arrays.stream(BridgeDocument.values())
                            .<JsonValue>map(document -> new JsonValue.Obj(Map.of(
                                    "id", new JsonValue.Text(document.id()),
                                    "title", new JsonValue.Text(document.title()))))
                            .toList())));
        } else {
            for (BridgeDocument document : BridgeDocument.values()) {
                streams.say("%-40s  %s".formatted(document.id(), document.title()));
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "print",
            description = "Print a schema (JSON Schema 2020-12), as it is published.",
            mixinStandardHelpOptions = true)
    int print(@Parameters(paramLabel = "ID", description = "As 'list' shows it.") String id) {
        streams.text(BridgeSchema.publishedText(document(id)));
        return ExitCode.OK;
    }

    @Command(
            name = "validate",
            description = {
                "Hold a document to its schema; exit code 1 when it breaks it.",
                "Without --schema, every schema is tried and those it keeps are named."
            },
            mixinStandardHelpOptions = true)
    int validate(
            @Parameters(paramLabel = "FILE", description = "A JSON document; - reads standard input.") Path file,
            @Option(names = "--schema", paramLabel = "ID", description = "As 'list' shows it.") @Nullable String id,
            @Option(names = "--lines", description = "Each line of the file is a document.") boolean lines) {
        byte[] bytes = streams.read(file, MOST);
        if (bytes.length > MOST) {
            throw CommandFailure.at("TOO_LARGE", file.toString(), "a document has at most " + (MOST >> 20) + " MiB");
        }
        String text = text(file, bytes);
        List<String> documents =
                lines ? text.lines().filter(line -> !line.isBlank()).toList() : List.of(text);
        if (documents.isEmpty()) {
            throw CommandFailure.at("EMPTY", file.toString(), "there is no document");
        }
        return id == null ? found(file, documents) : held(file, documents, document(id));
    }

    /** A wrong byte must not become a sign that every schema takes. */
    private static String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CommandFailure.at(JsonErrorCode.INVALID_JSON.name(), file.toString(), "it is not UTF-8 text");
        }
    }

    private int held(Path file, List<String> documents, BridgeDocument document) {
        BridgeSchema schema = BridgeSchema.of(document);
        int broken = 0;
        for (int i = 0; i < documents.size(); i++) {
            List<SchemaViolation> violations = schema.validate(documents.get(i));
            String place = documents.size() == 1 ? file.toString() : file + " document " + (i + 1);
            violations.forEach(found -> streams.say(
                    "invalid: " + place + " at " + Problem.place(found.pointer(), 0, 0) + ": " + found.message()));
            broken += violations.isEmpty() ? 0 : 1;
        }
        if (broken == 0) {
            streams.say("valid: " + document.id() + of(documents));
            return ExitCode.OK;
        }
        return ExitCode.DIVERGE;
    }

    private int found(Path file, List<String> documents) {
        List<String> kept = new ArrayList<>();
        for (BridgeDocument document : BridgeDocument.values()) {
            BridgeSchema schema = BridgeSchema.of(document);
            if (documents.stream().allMatch(text -> schema.validate(text).isEmpty())) {
                kept.add(document.id());
            }
        }
        if (kept.isEmpty()) {
            streams.say("invalid: " + file + " keeps no schema; name one with --schema to see why");
            return ExitCode.DIVERGE;
        }
        kept.forEach(id -> streams.say("valid: " + id + of(documents)));
        return ExitCode.OK;
    }

    private static String of(List<String> documents) {
        return documents.size() == 1 ? "" : " (" + documents.size() + " documents)";
    }

    private static BridgeDocument document(String id) {
        return BridgeDocument.of(id)
                .orElseThrow(() -> CommandFailure.usage("there is no schema " + id + "; see 'paritas schema list'"));
    }
}
