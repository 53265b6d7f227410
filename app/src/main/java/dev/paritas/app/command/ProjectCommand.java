package dev.paritas.app.command;

import dev.paritas.app.diagram.StateForm;
import dev.paritas.app.diagram.SvgProblem;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.monitor.RoleStates;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.projection.Conversion;
import dev.paritas.choreography.source.projection.ExtendedLocalType;
import dev.paritas.choreography.source.projection.SourceProjection;
import dev.paritas.choreography.source.projection.SourceProjectionError;
import dev.paritas.choreography.source.projection.TheoryEquivalence;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "project", description = "Show what a choreography asks of each role.", mixinStandardHelpOptions = true)
final class ProjectCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "A choreography: .tell or JSON; - reads standard input.")
    private Path file = Path.of("-");

    @Option(
            names = {"-r", "--role"},
            paramLabel = "NAME",
            description = "Only this role; may be repeated.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--trans", description = "The formal model's candidate projection instead of the canonical one.")
    private boolean trans;

    @Option(
            names = "--source",
            description = "What the statements of a .tell source ask, in the words of generated code: choices, loops,"
                    + " timeouts; says where that is another type than the canonical projection.")
    private boolean source;

    @Option(
            names = "--runner",
            paramLabel = "PATH",
            description = "A telltale_validator: compare each projection with its own; exit code 1 when one differs.")
    private @Nullable Path runner;

    @Option(names = "--json", description = "Print one JSON document: role to local type.")
    private boolean json;

    @Option(
            names = "--diagram",
            paramLabel = "FORM",
            description = "Draw what each role may do as a state machine: dot, mermaid or, for one role, svg"
                    + " (docs/diagrams.md).")
    private @Nullable StateForm diagram;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private Strictness strictness = new Strictness();

    ProjectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (source) {
            return source();
        }
        Choreographies reader = strictness.choreographies(streams);
        GlobalType global = reader.readOne(file).globalType();
        Collection<String> wanted = roles.isEmpty() ? global.roles() : roles;
        SortedMap<String, LocalType> locals = new TreeMap<>(CodePointOrder.INSTANCE);
        wanted.forEach(role -> locals.put(role, local(global, role, reader)));
        if (runner != null) {
            if (json || output.isUsed() || diagram != null) {
                throw CommandFailure.usage("--runner compares, and prints no document");
            }
            return new ValidatorPeer(runner, streams).projections(global, locals);
        }
        if (diagram != null) {
            draw(diagram, locals);
        } else if (json || output.isUsed()) {
            output.write(streams, document(locals));
        } else {
            locals.forEach((role, local) -> streams.say(role + "  " + local));
        }
        return ExitCode.OK;
    }

    private void draw(StateForm form, Map<String, LocalType> locals) {
        if (json) {
            throw CommandFailure.usage("--diagram draws, and goes not with --json");
        }
        if (form == StateForm.SVG && locals.size() != 1) {
            throw CommandFailure.usage(
                    "a picture shows one role: choose it with --role, of " + String.join(", ", locals.keySet()));
        }
        List<String> diagrams = new ArrayList<>();
        locals.forEach((role, local) -> {
            RoleStates states = states(role, local);
            if (form == StateForm.SVG && states.states() > StateForm.MOST_STATES) {
                throw CommandFailure.at(
                        "DIAGRAM_TOO_LARGE",
                        "role " + role,
                        "it has " + states.states() + " states; a picture shows at most " + StateForm.MOST_STATES
                                + ", --diagram dot and mermaid any number");
            }
            diagrams.add(CommandFailure.placed("--diagram", SvgProblem.class, () -> form.write(role, states)));
        });
        String text = String.join("\n\n", diagrams);
        output.write(streams, output.isUsed() ? text + "\n" : text);
    }

    /** A candidate of {@code --trans} may repeat without a message. */
    private static RoleStates states(String role, LocalType local) {
        try {
            return RoleStates.of(local);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.at("NO_STATES", "role " + role, String.valueOf(e.getMessage()));
        }
    }

    private int source() {
        if (diagram != null) {
            throw CommandFailure.usage("--diagram draws local types, and --source shows what is none");
        }
        if (trans || json || output.isUsed() || runner != null) {
            throw CommandFailure.usage("--source prints notation, so it goes with no other form");
        }
        Choreography choreography = strictness.choreographies(streams).source(file);
        // All that can be refused comes before the first word.
        List<String> lines = (roles.isEmpty() ? choreography.roles() : roles)
                .stream()
                        .map(role -> role + "  " + ofStatements(choreography, role))
                        .toList();
        lines.forEach(streams::say);
        return ExitCode.OK;
    }

    private static String ofStatements(Choreography choreography, String role) {
        ExtendedLocalType extended = CommandFailure.placed(
                "role " + role, SourceProjectionError.class, () -> SourceProjection.project(choreography, role));
        return extended + otherwise(choreography, role, extended);
    }

    /** {@return what the bridge compares, where it is something else or nothing; both differ outside a tested subset} */
    private static String otherwise(Choreography choreography, String role, ExtendedLocalType extended) {
        try {
            LocalType canonical = Projection.project(choreography.lower(), role);
            return TheoryEquivalence.equivalent(Conversion.toLocalType(extended), canonical)
                    ? ""
                    : "   (canonical: " + canonical + ")";
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case LoweringError error -> "   (no plain local type: " + error.sentence() + ")";
                case ProjectionError error -> "   (no canonical projection: " + error.sentence() + ")";
                default -> throw e;
            };
        }
    }

    private LocalType local(GlobalType global, String role, Choreographies reader) {
        String place = "role " + role;
        return trans
                ? CommandFailure.placed(place, ProjectionError.class, () -> CandidateProjection.trans(global, role))
                : RoleProjection.of(place, global, role, reader);
    }

    private static String document(Map<String, LocalType> locals) {
        return JsonOutput.prettyText(Codec.mapOf(TypeCodec.LOCAL), locals);
    }
}
