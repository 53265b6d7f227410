package dev.paritas.app.command;

import dev.paritas.choreography.check.Coherence;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.PracticalFragment;
import dev.paritas.choreography.check.ProjectionCheck;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description = {
            "Say what holds of a choreography and of what it asks of each role.",
            "Exit code 1 when it is not well-formed, or a role has no projection."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "A choreography: .tell or JSON; - reads standard input.")
    private Path file = Path.of("-");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Strictness strictness = new Strictness();

    InspectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Choreographies reader = strictness.choreographies(streams);
        GlobalType type = reader.readOne(file).globalType();
        Map<String, Boolean> whole = ofWhole(type);
        Map<String, Role> roles = new TreeMap<>();
        type.roles().forEach(role -> roles.put(role, Role.of(type, role)));
        if (json) {
            print(whole, roles);
        } else {
            whole.forEach((fact, holds) -> streams.say("%-20s  %s".formatted(fact, holds ? "yes" : "no")));
            roles.forEach((name, role) -> {
                role.show(name, streams);
                reader.unmergeable(type, name).forEach(line -> streams.say("  " + line));
            });
        }
        boolean sound = type.wellFormed() && roles.values().stream().allMatch(role -> role instanceof Role.Projected);
        return sound ? ExitCode.OK : ExitCode.DIVERGE;
    }

    /** {@return what holds, in the order in which it is shown} */
    private static Map<String, Boolean> ofWhole(GlobalType type) {
        Coherence coherence = Coherence.of(type);
        Map<String, Boolean> facts = new LinkedHashMap<>();
        facts.put("well_formed", type.wellFormed());
        facts.put("closed", type.allVarsBound());
        facts.put("guarded", type.isGuarded());
        facts.put("coherent", coherence.isCoherent());
        facts.put("every_choice_offers", coherence.size());
        facts.put("nobody_to_itself", coherence.action());
        facts.put("unique_labels", coherence.uniqLabels());
        facts.put("projectable", coherence.projectable());
        return facts;
    }

    /** What is known of one role. */
    private sealed interface Role {
        record Projected(LocalType type, Map<String, Boolean> facts) implements Role {}

        record Unprojectable(String code, String message) implements Role {}

        static Role of(GlobalType global, String role) {
            try {
                LocalType type = Projection.project(global, role);
                Map<String, Boolean> facts = new LinkedHashMap<>();
                facts.put(
                        "candidate_relation",
                        ProjectionCheck.checked(global, role).isPresent());
                facts.put("orphan_free", OrphanFreedom.holds(type, Dialect.RUNTIME));
                facts.put("practical_fragment", PracticalFragment.of(type).result());
                return new Projected(type, facts);
            } catch (ProblemException e) {
                ProjectionError error = e.only(ProjectionError.class);
                return new Unprojectable(error.code(), error.sentence());
            }
        }

        default void show(String name, Streams streams) {
            switch (this) {
                case Projected(LocalType type, var facts) -> {
                    streams.say(name + "  " + type);
                    facts.forEach((fact, holds) -> streams.say("  %-18s  %s".formatted(fact, holds ? "yes" : "no")));
                }
                case Unprojectable(String code, String message) ->
                    streams.say(name + "  has no projection: " + code + ": " + message);
            }
        }

        default JsonValue document() {
            return switch (this) {
                case Projected(LocalType type, var facts) -> {
                    Map<String, JsonValue> members = flags(facts);
                    members.put("local_type", new JsonValue.Text(type.toString()));
                    yield new JsonValue.Obj(members);
                }
                case Unprojectable(String code, String message) ->
                    new JsonValue.Obj(Map.of("code", new JsonValue.Text(code), "message", new JsonValue.Text(message)));
            };
        }
    }

    private void print(Map<String, Boolean> whole, Map<String, Role> roles) {
        Map<String, JsonValue> members = flags(whole);
        Map<String, JsonValue> byRole = new TreeMap<>();
        roles.forEach((name, role) -> byRole.put(name, role.document()));
        members.put("roles", new JsonValue.Obj(byRole));
        streams.document(JsonOutput.compactText(JsonValue.CODEC, new JsonValue.Obj(members)));
    }

    private static Map<String, JsonValue> flags(Map<String, Boolean> facts) {
        Map<String, JsonValue> members = new TreeMap<>();
        facts.forEach((fact, holds) -> members.put(fact, new JsonValue.Bool(holds)));
        return members;
    }
}
