package dev.paritas.bridge.check;

import static dev.paritas.choreography.monitor.Action.RECEIVE;
import static dev.paritas.choreography.monitor.Action.SEND;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.implementation.ConformanceOperations;
import dev.paritas.bridge.implementation.ConformanceOperations.Action;
import dev.paritas.bridge.implementation.ConformanceOperations.RoleEquivalence;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.monitor.GeneratedLogs;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.Observation;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.monitor.Violation;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The monitor of logs against the one of the model, on logs of generated protocols: some as they should be, some with a fault. */
final class LeanLogChecks {
    private static final Check LOGS =
            Check.independent("lean/logs", "verdicts on generated logs against the Lean model");

    private static final Check ROLE_TRACES =
            Check.independent("lean/role-traces", "what mode role holds equal against the Lean model");

    private static final int SEEDS = 400;
    private static final int MOST_EVENTS = 40;

    /** A log of one session of a protocol. */
    private record Log(GlobalType type, List<Observation> events) {}

    /** Two traces of one session of a protocol. */
    private record Pair(GlobalType type, List<Observation> left, List<Observation> right) {}

    private LeanLogChecks() {}

    static void run(LaneContext context, LeanRunners runners) {
        runners.find(LeanToolchain.CONFORMANCE, LOGS, ROLE_TRACES)
                .ifPresent(binary -> Row.run(
                        context,
                        Runner.serving(Peer.CONFORMANCE, binary, SessionLimits.LEAN)
                                .known(runners.identity(binary)),
                        List.of(
                                Row.asking(
                                        LOGS,
                                        ImplementationId.JAVA_MACHINE,
                                        Source.made(LeanLogChecks::logs),
                                        LeanLogChecks::judge),
                                Row.asking(
                                        ROLE_TRACES,
                                        ImplementationId.JAVA_MACHINE,
                                        Source.made(LeanLogChecks::pairs),
                                        LeanLogChecks::roleEquivalent))));
    }

    private static List<Case<Log>> logs() {
        List<Case<Log>> logs = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            ProtocolAutomaton protocol;
            try {
                protocol = ProtocolAutomaton.of(type);
            } catch (ProblemException e) {
                e.only(ProjectionError.class);
                continue;
            }
            SplittableRandom random = new SplittableRandom(seed);
            List<Observation> run = GeneratedLogs.run(protocol, random, random.nextInt(MOST_EVENTS));
            logs.add(new Case<>("seed " + seed, new Log(type, run)));
            logs.add(new Case<>("seed " + seed + ", changed", new Log(type, GeneratedLogs.changed(run, random))));
        }
        // A log without events has no session for the monitor; the model has one, which has not begun.
        return logs.stream().filter(log -> !log.value().events().isEmpty()).toList();
    }

    /** Every run, with itself after some swaps of neighbours, which may depend on each other, and with a changed one. */
    private static List<Case<Pair>> pairs() {
        List<Case<Pair>> pairs = new ArrayList<>();
        for (Case<Log> log : logs()) {
            List<Observation> left = communications(log.value().events());
            if (left.size() < 2) {
                continue;
            }
            SplittableRandom random = new SplittableRandom(pairs.size());
            List<Observation> right = new ArrayList<>(left);
            for (int swaps = random.nextInt(4); swaps > 0; swaps--) {
                int at = random.nextInt(right.size() - 1);
                Collections.swap(right, at, at + 1);
            }
            GlobalType type = log.value().type();
            pairs.add(new Case<>(log.id() + ", swapped", new Pair(type, left, right)));
            pairs.add(new Case<>(
                    log.id() + ", other", new Pair(type, left, communications(GeneratedLogs.changed(left, random)))));
        }
        return pairs;
    }

    private static List<Observation> communications(List<Observation> log) {
        return log.stream()
                .filter(seen -> seen.action() == SEND || seen.action() == RECEIVE)
                .toList();
    }

    private static Findings roleEquivalent(Runner.Opened lean, Case<Pair> item) {
        Pair pair = item.value();
        RoleEquivalence theirs = lean.client()
                .ask(
                        ConformanceOperations.ROLE_EQUIVALENT,
                        new ConformanceOperations.Traces(
                                pair.left().stream().map(LeanLogChecks::action).toList(),
                                pair.right().stream().map(LeanLogChecks::action).toList()))
                .value();
        boolean ours = PairRun.compare(
                                new CaseInput(List.of(ChoreographyJson.of(pair.type())), 1, 1),
                                ran(pair.left()),
                                ran(pair.right()),
                                ComparisonMode.ROLE)
                        .verdict()
                instanceof Verdict.Agree;
        boolean expected = theirs.equivalent() && theirs.wellFormed();
        return Findings.equal(ours == expected, "agree", expected, ours, item.id());
    }

    private static SideOutcome ran(List<Observation> log) {
        List<TraceEvent> trace = log.stream()
                .map(seen -> {
                    String peer = Objects.requireNonNull(seen.peer());
                    String label = Objects.requireNonNull(seen.label());
                    return seen.action() == SEND
                            ? TraceEvent.sent(0, 0, seen.role(), peer, label)
                            : TraceEvent.received(0, 0, peer, seen.role(), label);
                })
                .toList();
        return new SideOutcome.Ran(
                new RunOutput(
                        trace,
                        List.of(),
                        0,
                        1,
                        RunOutput.COMPLETED,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        SemanticObjects.empty()),
                null);
    }

    private static Findings judge(Runner.Opened lean, Case<Log> item) {
        Log log = item.value();
        ConformanceOperations.Verdict theirs = lean.client()
                .ask(
                        ConformanceOperations.CONFORM,
                        new ConformanceOperations.Log(
                                log.type(),
                                log.events().stream().map(LeanLogChecks::action).toList()))
                .value();
        ConformanceOperations.Verdict ours = verdict(log);
        return Findings.equal(ours.equals(theirs), "verdict", theirs, ours, item.id());
    }

    private static ConformanceOperations.Verdict verdict(Log log) {
        Monitor monitor = new Monitor(ProtocolAutomaton.of(log.type()), false);
        for (int i = 0; i < log.events().size(); i++) {
            Observation seen = log.events().get(i);
            Violation violation =
                    monitor.observe("", seen.role(), seen.action(), seen.peer(), seen.label(), Monitor.BY_NUMBER);
            if (violation != null) {
                return new ConformanceOperations.Verdict.Violates(i);
            }
        }
        return monitor.summary().complete() == 1
                ? new ConformanceOperations.Verdict.Complete()
                : new ConformanceOperations.Verdict.SoFar();
    }

    private static Action action(Observation seen) {
        if (seen.action() == dev.paritas.choreography.monitor.Action.END) {
            return new Action.End(seen.role());
        }
        String peer = Objects.requireNonNull(seen.peer());
        String label = Objects.requireNonNull(seen.label());
        return switch (seen.action()) {
            case SEND -> new Action.Send(seen.role(), peer, label);
            case RECEIVE -> new Action.Receive(seen.role(), peer, label);
            case CHOOSE -> new Action.Choose(seen.role(), peer, label);
            case END -> throw new IllegalStateException("an end has no peer");
        };
    }
}
