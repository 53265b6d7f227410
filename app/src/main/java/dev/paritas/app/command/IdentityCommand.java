package dev.paritas.app.command;

import dev.paritas.choreography.identity.CanonicalForm;
import dev.paritas.choreography.identity.CanonicalReader;
import dev.paritas.choreography.identity.ContentId;
import dev.paritas.choreography.identity.ContentProblem;
import dev.paritas.choreography.identity.HashAlgorithm;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "identity",
        description = {
            "Show what identifies a choreography, whatever its variables are called and its branches' order.",
            "Two FILEs: say whether they are the same protocol; exit code 1 when they are not."
        },
        mixinStandardHelpOptions = true)
final class IdentityCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = "A choreography: .tell or JSON; - reads standard input.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "blake3 or sha256; default: blake3.",
            defaultValue = "blake3")
    private HashAlgorithm algorithm = HashAlgorithm.BLAKE3;

    @Option(names = "--form", description = "Print the canonical form, whose digest the identity is.")
    private boolean form;

    @Option(
            names = "--verify",
            paramLabel = "HEX",
            description = "FILE is a canonical form; exit code 3 unless it has this identity.")
    private @Nullable String verify;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Strictness strictness = new Strictness();

    IdentityCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (files.size() == 2 && (form || verify != null)) {
            throw CommandFailure.usage("--form and --verify go with one file");
        }
        if (form && (verify != null || json)) {
            throw CommandFailure.usage("--form prints a canonical form and nothing else");
        }
        Path first = files.getFirst();
        if (verify != null) {
            return verified(first, verify);
        }
        GlobalType type = strictness.choreographies(streams).readOne(first).globalType();
        if (form) {
            streams.document(new String(canonical(type, first), StandardCharsets.UTF_8));
            return ExitCode.OK;
        }
        return files.size() == 1 ? one(type, first) : two(type, first, files.get(1));
    }

    private int one(GlobalType type, Path file) {
        Map<String, String> roles = new TreeMap<>();
        for (String role : type.roles()) {
            roles.put(role, role(type, role));
        }
        String global = id(type, file);
        if (json) {
            Map<String, JsonValue> members = new TreeMap<>();
            roles.forEach((role, id) -> members.put(role, new JsonValue.Text(id)));
            print(Map.of(
                    "algorithm", new JsonValue.Text(algorithm.word()),
                    "global_type", new JsonValue.Text(global),
                    "local_types", new JsonValue.Obj(members)));
        } else {
            streams.say(algorithm.word() + "  " + global);
            roles.forEach((role, id) -> streams.say("  " + role + "  " + id));
        }
        return ExitCode.OK;
    }

    private int two(GlobalType left, Path leftFile, Path rightFile) {
        String a = id(left, leftFile);
        String b = id(strictness.choreographies(streams).readOne(rightFile).globalType(), rightFile);
        boolean same = a.equals(b);
        if (json) {
            print(Map.of(
                    "algorithm", new JsonValue.Text(algorithm.word()),
                    "left", new JsonValue.Text(a),
                    "right", new JsonValue.Text(b),
                    "same", new JsonValue.Bool(same)));
        } else {
            streams.say(same ? "the same protocol" : "different protocols");
            streams.say("  " + a + "  " + leftFile);
            streams.say("  " + b + "  " + rightFile);
        }
        return same ? ExitCode.OK : ExitCode.DIVERGE;
    }

    private int verified(Path file, String hex) {
        ContentId expected;
        try {
            expected = new ContentId(algorithm, hex);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--verify: " + e.getMessage());
        }
        byte[] bytes = streams.read(file, ReadPolicy.STRICT.maxBytes());
        // A file that --form printed ends its line; the form has no line feed.
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? bytes.length - 1 : bytes.length;
        GlobalType type =
                canonically(file, () -> CanonicalReader.global().verified(Arrays.copyOf(bytes, length), expected));
        streams.say(type.toString());
        return ExitCode.OK;
    }

    /** {@return the identity of a role's local type, or why it has none} */
    private String role(GlobalType type, String role) {
        try {
            return id(Projection.project(type, role), role);
        } catch (ProblemException e) {
            return "no projection: " + e.only(ProjectionError.class).code();
        }
    }

    private String id(SessionType<?> type, Object place) {
        return canonically(place, () -> ContentId.of(type, algorithm).hex());
    }

    private static byte[] canonical(GlobalType type, Path file) {
        return canonically(file, () -> CanonicalForm.closed(type));
    }

    private static <T> T canonically(Object place, Supplier<T> work) {
        return CommandFailure.placed(place.toString(), ContentProblem.class, work);
    }

    private void print(Map<String, JsonValue> members) {
        streams.document(JsonOutput.compactText(JsonValue.CODEC, new JsonValue.Obj(members)));
    }
}
