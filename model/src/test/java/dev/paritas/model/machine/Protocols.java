package dev.paritas.model.machine;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fixture protocols of spec 22 §17 and the notation in which the specification lists their traces. */
final class Protocols {
    private Protocols() {}

    static GlobalType end() {
        return GlobalType.END;
    }

    static GlobalType comm(String from, String to, String label, GlobalType next) {
        return GlobalType.comm(from, to, label, next);
    }

    static GlobalType choice(String from, String to, Map<String, GlobalType> branches) {
        return new GlobalType.Comm(
                from,
                to,
                new TreeMap<>(branches)
                        .descendingMap().entrySet().stream()
                                .map(e -> new GlobalType.Branch(Label.of(e.getKey()), e.getValue()))
                                .toList());
    }

    static GlobalType pingPong() {
        return comm("A", "B", "ping", comm("B", "A", "pong", end()));
    }

    static GlobalType chain() {
        return comm("A", "B", "ab", comm("B", "C", "bc", comm("C", "A", "ca", end())));
    }

    /** {@code A->B {yes, no}}, in this order. */
    static GlobalType binaryChoice() {
        return choice("A", "B", Map.of("yes", end(), "no", end()));
    }

    static GlobalType loop() {
        return new GlobalType.Mu("X", comm("A", "B", "tick", new GlobalType.Var("X")));
    }

    static GlobalType threePartyAck() {
        return comm(
                "Leader",
                "Replica1",
                "proposal",
                comm(
                        "Leader",
                        "Replica2",
                        "proposal",
                        comm("Replica1", "Leader", "ack", comm("Replica2", "Leader", "ack", end()))));
    }

    static RunOutput run(long maxSteps, GlobalType global, String... roles) {
        LeanMachine machine = new LeanMachine();
        machine.load(global, List.of(roles));
        return machine.run(1, maxSteps);
    }

    /** {@return {@code 1 s0:A>B:ping} or {@code 9 h:1} for every event behind the openings} */
    static List<String> events(RunOutput output) {
        return output.trace().stream()
                .filter(event -> !event.kind().equals("opened"))
                .map(Protocols::show)
                .toList();
    }

    static List<String> openings(RunOutput output) {
        return output.trace().stream()
                .filter(event -> event.kind().equals("opened"))
                .map(event -> event.tick() + " " + event.session() + " " + event.role())
                .toList();
    }

    static String show(TraceEvent event) {
        String what = switch (event.kind()) {
            case "sent", "received" ->
                event.kind().charAt(0) + "" + event.session() + ":" + event.sender() + ">" + event.receiver() + ":"
                        + event.label();
            case "halted" -> "h:" + event.target();
            default -> "f:" + event.target() + ":" + event.reason();
        };
        return event.tick() + " " + what;
    }

    /** {@return the specification's list, {@code 1 s0:A>B:ping, 2 r0:A>B:ping}, as separate events} */
    static List<String> listed(String trace) {
        return List.of(trace.split(", ", -1));
    }

    static List<String> execStatuses(RunOutput output) {
        return output.stepStates().stream()
                .map(step -> String.valueOf(step.execStatus()))
                .toList();
    }

    static List<Long> picks(RunOutput output) {
        return output.stepStates().stream()
                .flatMap(step -> Stream.ofNullable(step.selectedCoro()))
                .toList();
    }

    /** {@return the reasons of all faults, in order} */
    static List<String> faults(RunOutput output) {
        List<String> reasons = new ArrayList<>();
        for (TraceEvent event : output.trace()) {
            if (event.kind().equals("faulted")) {
                reasons.add(String.valueOf(event.reason()));
            }
        }
        return reasons;
    }
}
