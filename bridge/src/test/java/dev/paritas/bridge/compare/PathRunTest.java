package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.path.Choice;
import dev.paritas.choreography.path.PathProblem;
import dev.paritas.choreography.path.Paths;
import dev.paritas.choreography.path.ProtocolPath;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The machine on every path of generated protocols: it goes that way, and never leaves the protocol as it was written. */
class PathRunTest {
    private static final int PROTOCOLS = 400;
    private static final long STEPS = 2_000;

    @Test
    void goesTheChosenWayAndFollowsTheProtocol() {
        int runs = 0;
        int elsewhere = 0;
        for (long seed = 0; seed < PROTOCOLS; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            if (!projects(type)) {
                continue;
            }
            for (ProtocolPath path : paths(type)) {
                if (!path.ends()) {
                    continue;
                }
                CaseInput input = CaseInput.of(ChoreographyJson.of(path.type()), STEPS);
                if (MachineSide.withLabels(RunDetail.TRACE).run(input) instanceof SideOutcome.Ran(var ran, String error)
                        && error == null) {
                    String name = "seed " + seed + ", " + path.words() + ", " + type;
                    assertThat(follows(type, ran.trace())).as(name).isTrue();
                    assertThat(made(path, ran.trace())).as(name).isTrue();
                    runs++;
                    elsewhere += path.type().equals(type) ? 0 : 1;
                }
            }
        }
        assertThat(runs).isGreaterThan(PROTOCOLS);
        assertThat(elsewhere).isGreaterThan(PROTOCOLS / 4);
    }

    @Test
    void seesARunThatGoesAnotherWay() {
        GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, 0);
        long seed = 0;
        while (!projects(type) || paths(type).size() < 2) {
            type = ProtocolGenerator.generate(GeneratorOptions.VALID, ++seed);
        }
        List<ProtocolPath> paths = paths(type);
        CaseInput first = CaseInput.of(ChoreographyJson.of(type), STEPS);
        var ran = (SideOutcome.Ran) MachineSide.withLabels(RunDetail.TRACE).run(first);

        assertThat(paths.stream().filter(path -> made(path, ran.output().trace())))
                .as("seed " + seed)
                .hasSize(1);
    }

    private static boolean projects(GlobalType type) {
        try {
            return !Projection.projectAll(type).isEmpty();
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return false;
        }
    }

    private static List<ProtocolPath> paths(GlobalType type) {
        try {
            return Paths.of(type).all(1, 50).paths();
        } catch (ProblemException e) {
            e.only(PathProblem.class);
            return List.of();
        }
    }

    private static boolean follows(GlobalType type, List<TraceEvent> trace) {
        Monitor monitor = new Monitor(ProtocolAutomaton.of(type), false);
        for (TraceEvent event : trace) {
            boolean sent = event.kind().equals("sent");
            if (sent || event.kind().equals("received")) {
                String role = sent ? event.sender() : event.receiver();
                String peer = sent ? event.receiver() : event.sender();
                Action action = sent ? Action.SEND : Action.RECEIVE;
                if (monitor.observe("s", Objects.requireNonNull(role), action, peer, event.label(), Monitor.BY_NUMBER)
                        != null) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each role sends the labels of its choices in their order; what it sends between them is no choice. */
    private static boolean made(ProtocolPath path, List<TraceEvent> trace) {
        Map<String, Deque<Choice>> left = new HashMap<>();
        path.choices()
                .forEach(choice -> left.computeIfAbsent(choice.sender(), role -> new ArrayDeque<>())
                        .add(choice));
        for (TraceEvent event : trace) {
            Deque<Choice> next = event.kind().equals("sent") ? left.get(event.sender()) : null;
            if (next != null
                    && new Choice(
                                    Objects.requireNonNull(event.sender()),
                                    Objects.requireNonNull(event.receiver()),
                                    Objects.requireNonNull(event.label()))
                            .equals(next.peek())) {
                next.remove();
            }
        }
        return left.values().stream().allMatch(Deque::isEmpty);
    }
}
