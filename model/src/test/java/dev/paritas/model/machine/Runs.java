package dev.paritas.model.machine;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs of the dialect, in the notation in which spec 22 §17 lists their traces. */
final class Runs {
    private Runs() {}

    static RunOutput run(long maxSteps, GlobalType global, String... roles) {
        ModelMachine machine = new ModelMachine();
        machine.load(global, List.of(roles));
        return machine.run(1, maxSteps);
    }

    /** {@return {@code 1 s0:A>B:ping} or {@code 9 h:1} for every event behind the openings} */
    static List<String> events(RunOutput output) {
        return output.trace().stream()
                .filter(event -> !event.kind().equals("opened"))
                .map(Runs::show)
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
