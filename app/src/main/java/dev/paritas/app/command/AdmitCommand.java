package dev.paritas.app.command;

import dev.paritas.admission.gate.ExecutionProfile;
import dev.paritas.bridge.bundle.Admission;
import dev.paritas.bridge.bundle.AdmissionRequest;
import dev.paritas.bridge.bundle.BundleImportProblem;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "admit",
        description = {
            "Ask whether bundles may run together on one machine, under what is proved about them.",
            "REQUEST is a paritas.admission.v1 document; --draft writes one for a choreography."
        },
        mixinStandardHelpOptions = true)
final class AdmitCommand implements Callable<Integer> {
    private final Streams streams;

    @ArgGroup(multiplicity = "1")
    private Asked asked = new Asked();

    static final class Asked {
        @Parameters(paramLabel = "REQUEST", description = "The request; - reads standard input.")
        private @Nullable Path request;

        @Option(
                names = "--draft",
                paramLabel = "FILE",
                description = "Print a request for this choreography, with a certificate that vouches for everything.")
        private @Nullable Path draft;
    }

    @Option(names = "--json", description = "Print one JSON line for each bundle.")
    private boolean json;

    @Mixin
    private OutputOption output = new OutputOption();

    AdmitCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (asked.draft != null) {
            return draft(asked.draft);
        }
        if (asked.request == null) {
            throw CommandFailure.usage("name a request, or a choreography with --draft");
        }
        if (output.isUsed()) {
            throw CommandFailure.usage("--output goes with --draft");
        }
        Admission admission = admission(asked.request);
        admission.outcomes().forEach(outcome -> {
            if (json) {
                streams.document(document(outcome));
            } else {
                show(outcome);
            }
        });
        if (admission.outcomes().isEmpty()) {
            streams.complain("the request names no bundle");
            return ExitCode.DECLINED;
        }
        return admission.admitsAll() ? ExitCode.OK : ExitCode.DIVERGE;
    }

    private int draft(Path file) {
        GlobalType type = new Choreographies(streams).readOne(file).globalType();
        AdmissionRequest request = CommandFailure.placed(
                file.toString(), ProjectionError.class, () -> AdmissionRequest.draft("bundle", type));
        output.write(streams, JsonOutput.prettyText(AdmissionRequest.CODEC, request));
        return ExitCode.OK;
    }

    private Admission admission(Path file) {
        AdmissionRequest request;
        try {
            request = JsonInput.read(
                    streams.read(file, ReadPolicy.STRICT.maxBytes()), ReadPolicy.STRICT, AdmissionRequest.CODEC);
        } catch (JsonException e) {
            throw CommandFailure.in(file, e);
        }
        try {
            return Admission.of(request);
        } catch (ProblemException e) {
            throw switch (e.problem()) {
                case BundleImportProblem problem -> CommandFailure.at(file + " " + problem.place(), problem);
                case MachineError error -> CommandFailure.at("INVALID_CONFIG", file + " /config", error.sentence());
                default -> e;
            };
        }
    }

    private void show(Admission.Outcome outcome) {
        streams.say(outcome.refusal()
                .map(refusal -> "refused   " + outcome.artifactId() + ": " + refusal)
                .orElse("admitted  " + outcome.artifactId()));
        outcome.notes().forEach(note -> streams.say("  note: " + note));
    }

    private static String document(Admission.Outcome outcome) {
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("admitted", new JsonValue.Bool(outcome.refusal().isEmpty()));
        members.put("artifact_id", new JsonValue.Text(outcome.artifactId()));
        members.put("notes", texts(outcome.notes()));
        members.put(
                "refusal", outcome.refusal().<JsonValue>map(JsonValue.Text::new).orElse(new JsonValue.Null()));
        members.put("required_profile", ExecutionProfile.CODEC.toTree(outcome.required()));
        return JsonOutput.compactText(JsonValue.CODEC, new JsonValue.Obj(members));
    }

    private static JsonValue texts(List<String> texts) {
        return new JsonValue.Array(
                texts.stream().<JsonValue>map(JsonValue.Text::new).toList());
    }
}
