package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.scenario.ExecutionSpec.Backend;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a scenario, asked in the order of spec 52 §4.2; the first that fails is told. The field layer is not
 * looked at: its values meet the roles when the run begins.
 */
public final class ScenarioValidation {
    private final Scenario scenario;
    private final SimulatorHost host;
    private final ScenarioRoles roles;

    private ScenarioValidation(Scenario scenario, SimulatorHost host) {
        this.scenario = scenario;
        this.host = host;
        this.roles = new ScenarioRoles(scenario.roles());
    }

    /** @throws ProblemException ({@link ScenarioProblem}) with the code of the first rule that fails */
    public static void check(Scenario scenario, SimulatorHost host) {
        ScenarioValidation validation = new ScenarioValidation(scenario, host);
        validation.name();
        validation.roles();
        validation.execution();
        validation.limits();
        validation.network();
        new ReconfigurationRules(validation.roles).check(scenario.reconfigurations());
        new AdversaryRules(validation.roles).check(scenario.adversaries());
        validation.properties();
    }

    private void name() {
        String name = scenario.name();
        require(!name.isEmpty(), Kind.NAME, "name", "scenario.name must not be empty");
        require(name.indexOf('\0') < 0, Kind.NAME, "name", "scenario.name must not contain NUL bytes");
        boolean oneComponent =
                name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !name.contains("..") && !name.equals(".");
        require(
                oneComponent,
                Kind.NAME,
                "name",
                "scenario.name must be a single safe path component without separators or '..'");
        require(
                name.chars().allMatch(ScenarioValidation::isSafe),
                Kind.NAME,
                "name",
                "scenario.name may only contain ASCII letters, digits, '.', '_' and '-'");
    }

    private static boolean isSafe(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }

    private void roles() {
        List<String> names = scenario.roles();
        require(!names.isEmpty(), Kind.ROLES, "roles", "scenario.roles must contain at least one role");
        Set<String> seen = new HashSet<>();
        for (String role : names) {
            require(!role.isBlank(), Kind.ROLES, "roles", "scenario.roles must not contain empty role names");
            require(seen.add(role), Kind.ROLES, "roles", "duplicate role in scenario.roles: '" + role + "'");
        }
    }

    private void execution() {
        ExecutionSpec execution = scenario.execution();
        Long concurrency = execution.schedulerConcurrency();
        Long workers = execution.workerThreads();
        require(
                concurrency == null || concurrency != 0,
                Kind.EXECUTION,
                "execution.scheduler_concurrency",
                "scenario.execution.scheduler_concurrency must be >= 1");
        require(
                workers == null || workers != 0,
                Kind.EXECUTION,
                "execution.worker_threads",
                "scenario.execution.worker_threads must be >= 1");
        if (threaded()) {
            require(
                    host.multiThread(),
                    Kind.EXECUTION,
                    "execution.backend",
                    "scenario.execution.backend = \"threaded\" requires simulator feature `multi-thread`");
        } else {
            require(
                    (concurrency == null || concurrency == 1) && (workers == null || workers == 1),
                    Kind.EXECUTION,
                    "execution",
                    "canonical simulator backend requires scheduler_concurrency = 1 and worker_threads = 1");
        }
    }

    private boolean threaded() {
        return scenario.execution().backend() == Backend.THREADED;
    }

    private void limits() {
        Long interval = scenario.checkpointInterval();
        require(
                interval == null || interval != 0,
                Kind.LIMITS,
                "checkpoint_interval",
                "scenario.checkpoint_interval must be > 0 when set");
        require(
                interval == null || !threaded(),
                Kind.LIMITS,
                "checkpoint_interval",
                "scenario checkpoints currently require the canonical simulator backend");
        require(
                scenario.durability().mode() != Durability.Mode.WAL || interval != null,
                Kind.LIMITS,
                "durability.mode",
                "scenario durability.mode = wal requires checkpoint_interval so recovery has a typed base checkpoint");
    }

    private void network() {
        NetworkSpec network = scenario.network();
        if (network == null) {
            return;
        }
        notNegative("network.latency_variance", network.latencyVariance());
        probability(Kind.NETWORK, "network.loss_probability", network.lossProbability());
        for (int i = 0; i < network.links().size(); i++) {
            NetworkSpec.Link link = network.links().get(i);
            String path = "network.links[" + i + "]";
            require(
                    roles.has(link.from()),
                    Kind.NETWORK,
                    path + ".from",
                    path + " references unknown from-role '" + link.from() + "'");
            require(
                    roles.has(link.to()),
                    Kind.NETWORK,
                    path + ".to",
                    path + " references unknown to-role '" + link.to() + "'");
            require(
                    !link.from().equals(link.to()),
                    Kind.NETWORK,
                    path,
                    path + " has identical from/to role '" + link.from() + "'");
            probability(Kind.NETWORK, path + ".loss_probability", link.lossProbability());
            notNegative(path + ".latency_variance", link.latencyVariance());
        }
    }

    private static void notNegative(String name, @Nullable FixedQ32 value) {
        require(value == null || !value.isNegative(), Kind.NETWORK, name, name + " must be non-negative, got " + value);
    }

    /** The reference prescribes no form of properties; ours is a text that says something. */
    private void properties() {
        PropertySpec properties = scenario.properties();
        if (properties == null) {
            return;
        }
        for (int i = 0; i < properties.invariants().size(); i++) {
            said("properties.invariants[" + i + "]", properties.invariants().get(i));
        }
        for (int i = 0; i < properties.liveness().size(); i++) {
            PropertySpec.Liveness liveness = properties.liveness().get(i);
            String path = "properties.liveness[" + i + "]";
            said(path + ".name", liveness.name());
            said(path + ".precondition", liveness.precondition());
            said(path + ".goal", liveness.goal());
        }
    }

    private static void said(String path, String text) {
        require(!text.isBlank(), Kind.PROPERTIES, path, path + " must not be empty");
    }

    /** Absent is in range. */
    static void probability(Kind code, String name, @Nullable FixedQ32 value) {
        require(
                value == null || value.clamp(FixedQ32.ZERO, FixedQ32.ONE).equals(value),
                code,
                name,
                name + " must be in [0,1], got " + value);
    }

    static void trigger(Kind code, String path, TriggerSpec trigger) {
        String error = trigger.error().orElse(null);
        if (error != null) {
            throw new ProblemException(new ScenarioProblem(code, path + ".trigger", error));
        }
        probability(code, path + ".trigger.random", trigger.random());
    }

    static void require(boolean holds, Kind code, String path, String message) {
        if (!holds) {
            throw new ProblemException(new ScenarioProblem(code, path, message));
        }
    }
}
