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
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.testsupport.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case for each known divergence, built from the table's own words. Both outcomes are real runs wherever a run can show
 * the class; {@link #blockedOrder} and {@link #roleNameOrder} say why theirs are not.
 */
final class KnownDivergences {
    /** A case with both outcomes. */
    record Shown(DivergenceClass known, CaseInput input, SideOutcome left, SideOutcome right) {}

    private static final int ALL = Integer.MAX_VALUE;

    private KnownDivergences() {}

    static List<Shown> all() {
        return List.of(
                live(DivergenceClass.PENDING_MESSAGE_WAKE, input(pendingMessage(), 64), ALL, 0),
                live(DivergenceClass.SEND_BUFFER_LIMIT, input(fullBuffer(), 146), 0, 2),
                live(DivergenceClass.MERGED_PROJECTION, input(merged(), 64), 0, 0),
                annotatedPayload(),
                live(DivergenceClass.NESTED_RECURSION, input(nestedRecursion(), 40), 0, 0),
                live(DivergenceClass.LOOP_TYPE_TEXT, input(Protocols.LOOP, 12), ALL, ALL),
                live(DivergenceClass.WRAPPED_TYPE_TEXT, input(wide(), 4), ALL, ALL),
                live(DivergenceClass.SESSION_ORDER, sessions(), ALL, ALL),
                live(DivergenceClass.FAULT_REASON, input(bothFault(), 64), 0, 0),
                faultStopsRun(),
                live(
                        DivergenceClass.SELF_COMMUNICATION,
                        input(GlobalType.comm("A", "A", "m", GlobalType.END), 16),
                        0,
                        0),
                live(DivergenceClass.PROGRAM_COUNTER, input(message(), 16), ALL, ALL),
                live(DivergenceClass.ROLE_LIST, roles(message(), List.of("A", "B", "A"), 16), 0, 0),
                blockedOrder(),
                roleNameOrder(),
                live(DivergenceClass.OUTER_LOOP_JUMP, input(outerJump(), 64), 0, 0));
    }

    /** Two real runs, with as many of the last step states as the class needs. */
    private static Shown live(DivergenceClass known, CaseInput input, int machineSteps, int leanSteps) {
        SideOutcome machine = new MachineSide().run(input);
        // The folders were made when L got as many rounds as R took.
        CaseInput given = machine instanceof SideOutcome.Ran(RunOutput output, String error)
                ? input.within(ExecutionComparator.leanSteps(output))
                : input;
        return new Shown(
                known,
                input,
                machine.brief(machineSteps),
                new DialectSide().run(given).brief(leanSteps));
    }

    private static GlobalType message() {
        return GlobalType.comm("A", "B", "msg", GlobalType.END);
    }

    /** {@code A->B go; B->A b1; C->A c1}: A waits for B while C's message is pending. */
    private static GlobalType pendingMessage() {
        return GlobalType.comm(
                "A", "B", "go", GlobalType.comm("B", "A", "b1", GlobalType.comm("C", "A", "c1", GlobalType.END)));
    }

    /** A sends all the while, and B has much to send to C before it receives. */
    private static GlobalType fullBuffer() {
        GlobalType type = new GlobalType.Mu("X", GlobalType.comm("A", "B", "m", new GlobalType.Var("X")));
        for (int i = 0; i < 26; i++) {
            type = GlobalType.comm("B", "C", "p", type);
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

    /** The vacuous inner loop is left by a jump that neither monitor follows: both fault, at the same event. */
    private static GlobalType bothFault() {
        GlobalType inner = new GlobalType.Mu("Y", GlobalType.comm("C", "B", "c", new GlobalType.Var("X")));
        return new GlobalType.Mu("X", GlobalType.comm("B", "C", "b", GlobalType.comm("S", "B", "s", inner)));
    }

    /** The inner loop goes back to the outer one; R's monitor takes it for the inner one. */
    private static GlobalType outerJump() {
        GlobalType inner = new GlobalType.Mu("Y", GlobalType.comm("B", "A", "b", new GlobalType.Var("X")));
        return new GlobalType.Mu("X", GlobalType.comm("A", "B", "a", inner));
    }

    private static GlobalType pairs(int count) {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < count; i++) {
            type = GlobalType.comm("P" + i, "Q" + i, "m", type);
        }
        return type;
    }

    /**
     * The local types carry a value type, the payload is unit: only the machine looks at it. A run request has no place
     * for value types, so the machine is loaded with the local types here.
     */
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
        ObservedRun run = new ObservedRun(machine, RunDetail.OBJECTS);
        RunOutput output = run.run(new PassThroughHandler(), 16, 1);
        String error = run.fault().orElseThrow().sentence();
        SideOutcome right = new DialectSide().run(input);
        return new Shown(
                DivergenceClass.ANNOTATED_PAYLOAD, input, new SideOutcome.Ran(output, error).brief(0), right.brief(0));
    }

    /** A second session goes on after the fault; for that L needs more rounds than a comparison gives it. */
    private static Shown faultStopsRun() {
        CaseInput input =
                new CaseInput(List.of(ChoreographyJson.of(bothFault()), ChoreographyJson.of(pairs(3))), 1, 64);
        return new Shown(
                DivergenceClass.FAULT_STOPS_RUN,
                input,
                new MachineSide().run(input).brief(0),
                new DialectSide().run(input).brief(0));
    }

    /**
     * L's side is edited. L wakes a receiver in the round after its message was sent, and a round sends one message, so
     * compiled code never wakes two at once and the order of the hash map cannot be seen.
     */
    private static Shown blockedOrder() {
        CaseInput input = input(pairs(9), 64);
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        RunOutput real = output(pair.lean());
        List<TraceEvent> trace = new ArrayList<>(real.trace());
        TraceEvent last = trace.removeLast();
        trace.add(EventParts.withTick(last, last.tick() + 1));
        List<StepState> steps = new ArrayList<>(real.stepStates());
        steps.set(4, Edited.blocked(steps.get(4), Map.of(1L, "recv_wait", 17L, "recv_wait")));
        steps.set(5, Edited.queued(steps.get(5), List.of(17L, 1L)));
        return new Shown(
                DivergenceClass.BLOCKED_ORDER,
                input,
                pair.machine().brief(0),
                new SideOutcome.Ran(Edited.run(real, trace, steps.subList(4, 6)), null).brief(ALL));
    }

    /** The machine's side is edited to order names by UTF-16 units: both sides really order them by code point. */
    private static Shown roleNameOrder() {
        CaseInput input = input(beyondTheBasicPlane(), 16);
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        RunOutput real = output(pair.machine());
        List<TraceEvent> trace = new ArrayList<>(real.trace());
        trace.set(0, TraceEvent.opened(0, 0, "\ud83d\ude00,\uff5e"));
        return new Shown(
                DivergenceClass.ROLE_NAME_ORDER,
                input,
                new SideOutcome.Ran(Edited.run(real, trace, List.of()), null).brief(0),
                pair.lean().brief(0));
    }

    static GlobalType beyondTheBasicPlane() {
        return GlobalType.comm("\uff5e", "\ud83d\ude00", "m", GlobalType.END);
    }

    private static RunOutput output(SideOutcome outcome) {
        if (outcome instanceof SideOutcome.Ran(RunOutput output, String error)) {
            return output;
        }
        throw new AssertionError("both sides run this case");
    }

    private static CaseInput input(GlobalType type, long steps) {
        return CaseInput.of(ChoreographyJson.of(type), steps);
    }

    private static CaseInput roles(GlobalType type, List<String> roles, long steps) {
        return CaseInput.of(new ChoreographyJson(ChoreographyJson.SCHEMA_VERSION, type, roles), steps);
    }
}
