package dev.paritas.machine.lean;

import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.ValType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes one instruction of a coroutine of dialect L (spec 22 §7.3). */
final class LeanStep {
    private static final String NO_HANDLER = "no handler bound";

    private final boolean anyHandler;
    // Loops come back to the same type, so each is unfolded once.
    private final Map<LeanType, LeanType> unfolded = new IdentityHashMap<>();

    /** @param anyHandler whether some session has a handler */
    LeanStep(boolean anyHandler) {
        this.anyHandler = anyHandler;
    }

    LeanOutcome execute(LeanCoroutine coroutine) {
        if (coroutine.pc() >= coroutine.program().size()) {
            return LeanOutcome.faulted(new LeanFault.CloseFault("pc out of range"));
        }
        return switch (coroutine.program().get(coroutine.pc())) {
            case LeanInstr.Offer(String label) -> offer(coroutine, label);
            case LeanInstr.Choose(List<LeanInstr.Entry> table) -> choose(coroutine, table);
            case LeanInstr.Send _ -> send(coroutine);
            case LeanInstr.Receive _ -> receive(coroutine);
            case LeanInstr.Invoke _ -> {
                if (!anyHandler) {
                    yield LeanOutcome.faulted(new LeanFault.InvokeFault(NO_HANDLER));
                }
                coroutine.setPc(coroutine.pc() + 1);
                yield LeanOutcome.CONTINUED;
            }
            case LeanInstr.Jump(int target) -> {
                coroutine.setPc(target);
                yield LeanOutcome.CONTINUED;
            }
            case LeanInstr.Halt _ -> {
                coroutine.session().removeType(coroutine.role());
                coroutine.setPc(coroutine.pc() + 1);
                yield LeanOutcome.HALTED;
            }
        };
    }

    private LeanOutcome offer(LeanCoroutine coroutine, String label) {
        LeanType type = unfoldedType(coroutine);
        if (!(type instanceof LeanType.Select(String partner, List<LeanType.Choice> choices))) {
            return refused(type, "Send", "offer");
        }
        Optional<LeanType> continuation = continuation(choices, label);
        if (continuation.isEmpty()) {
            return LeanOutcome.faulted(new LeanFault.UnknownLabel(label));
        }
        LeanSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), coroutine.role(), partner);
        if (!session.hasHandler(edge)) {
            return LeanOutcome.faulted(new LeanFault.SpecFault(NO_HANDLER));
        }
        if (session.isFull(edge)) {
            return new LeanOutcome.Blocked(new LeanBlock.SendWait(edge));
        }
        session.append(edge, label);
        session.setType(coroutine.role(), continuation.get());
        coroutine.setPc(coroutine.pc() + 1);
        return new LeanOutcome.Offered(edge, label);
    }

    private LeanOutcome choose(LeanCoroutine coroutine, List<LeanInstr.Entry> table) {
        LeanType type = unfoldedType(coroutine);
        if (!(type instanceof LeanType.Branch(String partner, List<LeanType.Choice> choices))) {
            return refused(type, "Recv", "choose");
        }
        LeanSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), partner, coroutine.role());
        if (!session.hasHandler(edge)) {
            return LeanOutcome.faulted(new LeanFault.SpecFault(NO_HANDLER));
        }
        if (session.isEmpty(edge)) {
            return new LeanOutcome.Blocked(new LeanBlock.RecvWait(edge));
        }
        String label = session.take(edge);
        Optional<LeanType> continuation = continuation(choices, label);
        Optional<LeanInstr.Entry> entry =
                table.stream().filter(e -> e.label().equals(label)).findFirst();
        if (continuation.isEmpty() || entry.isEmpty()) {
            return LeanOutcome.faulted(new LeanFault.UnknownLabel(label));
        }
        session.setType(coroutine.role(), continuation.get());
        coroutine.setPc(entry.get().target());
        return new LeanOutcome.Chose(edge, label);
    }

    /** Register 1 holds unit from the start and nothing compiled ever writes it, so a typed send never fits. */
    private LeanOutcome send(LeanCoroutine coroutine) {
        LeanType type = unfoldedType(coroutine);
        return type instanceof LeanType.Send(String _, ValType payload, LeanType _)
                ? LeanOutcome.faulted(new LeanFault.TypeViolation(payload, ValType.UNIT))
                : refused(type, "Send", "send");
    }

    private LeanOutcome receive(LeanCoroutine coroutine) {
        LeanType type = unfoldedType(coroutine);
        if (!(type instanceof LeanType.Recv(String partner, ValType payload, LeanType _))) {
            return refused(type, "Recv", "recv");
        }
        LeanSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), partner, coroutine.role());
        if (!session.hasHandler(edge)) {
            return LeanOutcome.faulted(new LeanFault.SpecFault(NO_HANDLER));
        }
        if (session.isEmpty(edge)) {
            return new LeanOutcome.Blocked(new LeanBlock.RecvWait(edge));
        }
        session.take(edge); // only labels travel, and a label is no endpoint
        return LeanOutcome.faulted(new LeanFault.TypeViolation(payload, ValType.STRING));
    }

    /** The monitor's complaint about a type in the wrong direction, or the instruction's about the wrong form. */
    private static LeanOutcome refused(@Nullable LeanType type, String state, String instruction) {
        boolean direction = switch (type) {
            case LeanType.Select _, LeanType.Send _ -> state.equals("Send");
            case LeanType.Branch _, LeanType.Recv _ -> state.equals("Recv");
            case LeanType.End _, LeanType.Var _, LeanType.Mu _ -> false;
            case null -> false;
        };
        String message = type == null
                ? "[monitor] no type registered"
                : direction ? instruction + " not permitted" : "[monitor] expected " + state + " state";
        return LeanOutcome.faulted(new LeanFault.SpecFault(message));
    }

    private @Nullable LeanType unfoldedType(LeanCoroutine coroutine) {
        LeanType stored = coroutine.session().type(coroutine.role());
        return stored instanceof LeanType.Mu ? unfolded.computeIfAbsent(stored, LeanType::unfold) : stored;
    }

    private static Optional<LeanType> continuation(List<LeanType.Choice> choices, String label) {
        for (LeanType.Choice choice : choices) {
            if (choice.label().equals(label)) {
                return Optional.of(choice.continuation());
            }
        }
        return Optional.empty();
    }
}
