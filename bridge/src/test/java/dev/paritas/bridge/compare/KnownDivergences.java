package dev.paritas.bridge.compare;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.trace.ObservedRun;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A case for each row of spec 22 §16, built from the row's own words. */
final class KnownDivergences {
    /**
     * A case with both outcomes.
     *
     * @param steps whether the step states belong to it
     */
    record Shown(DivergenceClass row, CaseInput input, SideOutcome left, SideOutcome right) {}

    private KnownDivergences() {}

    static List<Shown> all() {
        return List.of(
                live(DivergenceClass.PENDING_MESSAGE_WAKE, input(pendingMessage(), 64), 0),
                live(DivergenceClass.SEND_BUFFER_LIMIT, input(fullBuffer(), 400), 1),
                live(DivergenceClass.MERGED_PROJECTION, input(merged(), 64), 0),
                annotatedPayload(),
                live(DivergenceClass.NESTED_RECURSION, input(nestedRecursion(), 40), 0),
                live(DivergenceClass.LOOP_TYPE_TEXT, input(loop(), 12), Integer.MAX_VALUE),
                live(DivergenceClass.WRAPPED_TYPE_TEXT, input(wide(), 4), Integer.MAX_VALUE),
                live(DivergenceClass.SESSION_ORDER, sessions(), Integer.MAX_VALUE),
                faultReason(),
                faultStopsRun(),
                live(DivergenceClass.SELF_COMMUNICATION, input(GlobalType.comm("A", "A", "m", GlobalType.END), 16), 0),
                live(DivergenceClass.PROGRAM_COUNTER, input(message(), 16), Integer.MAX_VALUE),
                live(DivergenceClass.ROLE_LIST, roles(message(), List.of("A", "B", "A"), 16), 0),
                live(DivergenceClass.BLOCKED_ORDER, input(manyRoles(), 120), 0),
                roleNameOrder());
    }

    private static Shown live(DivergenceClass row, CaseInput input, int steps) {
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        // Only the other side's last step is needed to see a blocked sender.
        int machineSteps = steps == 1 ? 0 : steps;
        return new Shown(
                row, input, pair.machine().brief(machineSteps), pair.lean().brief(steps));
    }

    private static GlobalType message() {
        return GlobalType.comm("A", "B", "msg", GlobalType.END);
    }

    /** {@code A->B go; B->A b1; C->A c1}: A waits for B while C's message is pending. */
    private static GlobalType pendingMessage() {
        return GlobalType.comm(
                "A", "B", "go", GlobalType.comm("B", "A", "b1", GlobalType.comm("C", "A", "c1", GlobalType.END)));
    }

    /** B cannot receive before C and D have talked for long, and A sends all the while. */
    private static GlobalType fullBuffer() {
        GlobalType type = new GlobalType.Mu("X", GlobalType.comm("A", "B", "m", new GlobalType.Var("X")));
        type = GlobalType.comm("C", "B", "start", type);
        for (int i = 0; i < 12; i++) {
            type = GlobalType.comm("D", "C", "p", GlobalType.comm("C", "D", "q", type));
        }
        return type;
    }

    private static GlobalType merged() {
        return new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("x"), GlobalType.comm("A", "C", "cx", GlobalType.END)),
                        new GlobalType.Branch(Label.of("y"), GlobalType.comm("A", "C", "cy", GlobalType.END))));
    }

    /** C and D see two binders directly inside each other. */
    private static GlobalType nestedRecursion() {
        return new GlobalType.Mu(
                "X",
                GlobalType.comm(
                        "A",
                        "B",
                        "a",
                        new GlobalType.Mu("Y", GlobalType.comm("C", "D", "c", new GlobalType.Var("Y")))));
    }

    private static GlobalType loop() {
        return new GlobalType.Mu("X", GlobalType.comm("A", "B", "tick", new GlobalType.Var("X")));
    }

    private static GlobalType wide() {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < 4; i++) {
            type = GlobalType.comm("FirstParticipant", "SecondParticipant", "aLongLabelNumber" + i, type);
        }
        return type;
    }

    private static CaseInput sessions() {
        GlobalType choice = new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("yes"), GlobalType.END),
                        new GlobalType.Branch(Label.of("no"), GlobalType.END)));
        return new CaseInput(List.of(ChoreographyJson.of(message()), ChoreographyJson.of(choice)), 1, 32);
    }

    /** The pending message of row 1 beside so many idle roles that ids share a bucket. */
    private static GlobalType manyRoles() {
        GlobalType type = pendingMessage();
        for (int i = 0; i < 8; i++) {
            type = GlobalType.comm("P" + i, "Q" + i, "m", type);
        }
        return type;
    }

    /** The local types carry a value type, the payload is unit: only the machine looks at it. */
    private static Shown annotatedPayload() {
        CaseInput input = input(message(), 16);
        Map<String, LocalType> locals = new TreeMap<>(Map.of(
                "A",
                new LocalType.Send(
                        "B", List.of(new LocalType.Branch(Label.of("msg"), new ValType.Nat(), LocalType.END))),
                "B",
                new LocalType.Recv(
                        "A", List.of(new LocalType.Branch(Label.of("msg"), new ValType.Nat(), LocalType.END)))));
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(CodeImage.fromLocalTypes(locals, message()));
        RunOutput output = new ObservedRun(machine).run(new PassThroughHandler(), 16, 1);
        SideOutcome right = new DialectSide().run(input);
        return new Shown(
                DivergenceClass.ANNOTATED_PAYLOAD, input, new SideOutcome.Ran(output).brief(0), right.brief(0));
    }

    /** The trace of a faulting run as the machine would export it: without reasons. */
    private static Shown faultReason() {
        CaseInput input = input(GlobalType.comm("A", "A", "m", GlobalType.END), 16);
        RunOutput lean = dialect(input);
        return new Shown(
                DivergenceClass.FAULT_REASON,
                input,
                left(lean, lean.trace().stream().map(EventParts::withoutReason).toList()),
                new SideOutcome.Ran(lean).brief(0));
    }

    /** The same, cut behind the first fault, where the machine stops. */
    private static Shown faultStopsRun() {
        CaseInput input = input(nestedRecursion(), 12);
        RunOutput lean = dialect(input);
        List<TraceEvent> before = new ArrayList<>();
        for (TraceEvent event : lean.trace()) {
            before.add(EventParts.withoutReason(event));
            if (event.kind().equals("faulted")) {
                break;
            }
        }
        return new Shown(
                DivergenceClass.FAULT_STOPS_RUN, input, left(lean, before), new SideOutcome.Ran(lean).brief(0));
    }

    /** The machine's side as it would be with names ordered by UTF-16 units. */
    private static Shown roleNameOrder() {
        CaseInput input = input(GlobalType.comm("\uff5e", "\ud83d\ude00", "m", GlobalType.END), 16);
        RunOutput lean = dialect(input);
        List<TraceEvent> trace = new ArrayList<>(lean.trace());
        trace.set(0, TraceEvent.opened(0, 0, "\ud83d\ude00,\uff5e"));
        return new Shown(DivergenceClass.ROLE_NAME_ORDER, input, left(lean, trace), new SideOutcome.Ran(lean).brief(0));
    }

    private static SideOutcome left(RunOutput lean, List<TraceEvent> trace) {
        return new SideOutcome.Ran(new RunOutput(
                        trace,
                        lean.sessions(),
                        lean.stepsExecuted(),
                        lean.concurrency(),
                        lean.status(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        lean.semanticObjects()))
                .brief(0);
    }

    private static RunOutput dialect(CaseInput input) {
        if (new DialectSide().run(input) instanceof SideOutcome.Ran(RunOutput output)) {
            return output;
        }
        throw new AssertionError("the reference dialect runs this case");
    }

    private static CaseInput input(GlobalType type, long steps) {
        return CaseInput.of(ChoreographyJson.of(type), steps);
    }

    private static CaseInput roles(GlobalType type, List<String> roles, long steps) {
        return CaseInput.of(new ChoreographyJson(ChoreographyJson.SCHEMA_VERSION, type, roles), steps);
    }
}
