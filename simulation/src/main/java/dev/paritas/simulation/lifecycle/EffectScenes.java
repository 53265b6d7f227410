package dev.paritas.simulation.lifecycle;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.InvokeAction;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs that the semantic-effect fixtures are taken from, on the default configuration (spec 52 §6.1). */
final class EffectScenes {
    /** Rounds of a scene that is not stopped earlier. */
    public static final long MAX_ROUNDS = 64;

    private static final GlobalType MESSAGE = GlobalType.comm("A", "B", "m", GlobalType.END);

    private EffectScenes() {}

    /** {@return A sends to B once} */
    public static CodeImage message() {
        return CodeImage.of(MESSAGE);
    }

    /** {@return A sets register 1, invokes what it names, and halts} */
    public static CodeImage loneInvoke() {
        List<Instr> program = List.of(
                new Instr.Set(1, new ImmValue.Nat(1)),
                new Instr.Invoke(new InvokeAction.Register(1)),
                new Instr.Halt());
        return new CodeImage(
                new TreeMap<>(Map.of("A", program)), GlobalType.END, new TreeMap<>(Map.of("A", LocalType.END)));
    }

    /** The edge is cut in the first round, and nothing more is seen. */
    public static EffectObservation blockedSend() {
        return observe(message(), EffectHandlers.partitioned(), 1);
    }

    /** Hints and write-ahead records on the way. */
    public static EffectObservation internalEffects() {
        return observe(message(), EffectHandlers.internalEffects(), MAX_ROUNDS);
    }

    /** The only step fails. */
    public static EffectObservation failedInvoke() {
        return observe(loneInvoke(), EffectHandlers.failingStep("A", "invoke failed"), MAX_ROUNDS);
    }

    /** A has sent when B's step fails. */
    public static EffectObservation sendBeforeFault() {
        return observe(message(), EffectHandlers.failingStep("B", "late fault"), MAX_ROUNDS);
    }

    /** The edge is cut in the first round and heals in the second. */
    public static EffectObservation resumedSend() {
        return observe(message(), EffectHandlers.healing(), MAX_ROUNDS);
    }

    /** {@return what up to {@code rounds} rounds of {@code image} leave behind; a fault ends the run} */
    public static EffectObservation observe(CodeImage image, EffectHandler handler, long rounds) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(image);
        try {
            machine.run(handler, rounds);
            return EffectObservation.of(machine, false);
        } catch (ProblemException e) {
            e.only(MachineError.class);
            return EffectObservation.of(machine, true);
        }
    }
}
