package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes one instruction of a coroutine of dialect L (spec 22 §7.3). */
final class LeanStep {
    private static final String NO_HANDLER = "no handler bound";

    private final boolean anyHandler;

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
            case LeanInstr.Send ignored -> send(coroutine);
            case LeanInstr.Receive ignored -> receive(coroutine);
            case LeanInstr.Invoke ignored -> {
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
            case LeanInstr.Halt ignored -> {
                coroutine.session().removeType(coroutine.role());
                coroutine.setPc(coroutine.pc() + 1);
                yield LeanOutcome.HALTED;
            }
        };
    }

    private LeanOutcome offer(LeanCoroutine coroutine, String label) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null || !(stored.type() instanceof LeanType.Select(String partner, var choices))) {
            return refused(stored, "Send", "offer");
        }
        int chosen = position(choices, label);
        if (chosen < 0) {
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
        session.setType(coroutine.role(), stored.continuation(chosen));
        coroutine.setPc(coroutine.pc() + 1);
        return new LeanOutcome.Offered(edge, label);
    }

    private LeanOutcome choose(LeanCoroutine coroutine, List<LeanInstr.Entry> table) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null || !(stored.type() instanceof LeanType.Branch(String partner, var choices))) {
            return refused(stored, "Recv", "choose");
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
        int chosen = position(choices, label);
        Optional<LeanInstr.Entry> entry =
                table.stream().filter(e -> e.label().equals(label)).findFirst();
        if (chosen < 0 || entry.isEmpty()) {
            return LeanOutcome.faulted(new LeanFault.UnknownLabel(label));
        }
        session.setType(coroutine.role(), stored.continuation(chosen));
        coroutine.setPc(entry.get().target());
        return new LeanOutcome.Chose(edge, label);
    }

    /** Register 1 holds unit from the start and nothing compiled ever writes it, so a typed send never fits. */
    private LeanOutcome send(LeanCoroutine coroutine) {
        TypeClosure stored = unfoldedType(coroutine);
        return stored != null
                        && stored.type() instanceof LeanType.Send(String ignored, ValType payload, LeanType ignored2)
                ? LeanOutcome.faulted(new LeanFault.TypeViolation(payload, ValType.UNIT))
                : refused(stored, "Send", "send");
    }

    private LeanOutcome receive(LeanCoroutine coroutine) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null || !(stored.type() instanceof LeanType.Recv(String partner, ValType payload, var ignored))) {
            return refused(stored, "Recv", "recv");
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
    private static LeanOutcome refused(@Nullable TypeClosure stored, String state, String instruction) {
        LeanType type = stored == null ? null : stored.type();
        boolean direction = switch (type) {
            case LeanType.Select ignored -> state.equals("Send");
            case LeanType.Send ignored -> state.equals("Send");
            case LeanType.Branch ignored -> state.equals("Recv");
            case LeanType.Recv ignored -> state.equals("Recv");
            case LeanType.End ignored -> false;
            case LeanType.Var ignored -> false;
            case LeanType.Mu ignored -> false;
            case null -> false;
        };
        String message = type == null
                ? "[monitor] no type registered"
                : direction ? instruction + " not permitted" : "[monitor] expected " + state + " state";
        return LeanOutcome.faulted(new LeanFault.SpecFault(message));
    }

    private static @Nullable TypeClosure unfoldedType(LeanCoroutine coroutine) {
        TypeClosure stored = coroutine.session().type(coroutine.role());
        return stored == null ? null : stored.unfold();
    }

    /** {@return the position of the first choice with this label, -1 when there is none} */
    private static int position(List<LeanType.Choice> choices, String label) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).label().equals(label)) {
                return i;
            }
        }
        return -1;
    }
}
