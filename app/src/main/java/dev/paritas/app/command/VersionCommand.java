package dev.paritas.app.command;

import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "version",
        description = "Print the version and the schema versions spoken; --json adds where Lean comes from.",
        mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    VersionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return print(streams, json);
    }

    /** Prints the facts of this release; the plain form needs no command line parser and so starts fast. {@return the exit code} */
    static int print(Streams streams, boolean json) {
        if (json) {
            streams.document(JsonOutput.compactText(JsonValue.CODEC, facts()));
        } else {
            streams.text(Release.NAME + " " + Release.VERSION + "\n" + "peer    " + Release.PEER + "\n" + "schemas "
                    + String.join(", ", Release.SCHEMA_VERSIONS) + "\n");
        }
        return ExitCode.OK;
    }

    private static JsonValue facts() {
        return new JsonValue.Obj(Map.of(
                "java", text(String.valueOf(Runtime.version().feature())),
                "lean", lean(),
                "name", text(Release.NAME),
                "peer", text(Release.PEER),
                "schema_versions",
                        new JsonValue.Array(Release.SCHEMA_VERSIONS.stream()
                                .map(VersionCommand::text)
                                .toList()),
                "version", text(Release.VERSION)));
    }

    /** {@return where each Lean runner of the checkout around here comes from} */
    private static JsonValue lean() {
        Map<String, JsonValue> runners = new TreeMap<>();
        for (String name : LeanToolchain.RUNNERS) {
            runners.put(name, lean(name).report());
        }
        return new JsonValue.Obj(runners);
    }

    private static LeanToolchain lean(String name) {
        try {
            return LeanToolchain.find(ProjectRoot.of(null).lean(), System.getenv(), name);
        } catch (CommandFailure e) {
            return new LeanToolchain.Unavailable(List.of("there is no checkout here"));
        }
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }
}
