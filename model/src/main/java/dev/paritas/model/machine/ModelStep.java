package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes one instruction of a coroutine of dialect L (spec 22 §7.3). */
final class ModelStep {
    private static final String NO_HANDLER = "no handler bound";

    private final boolean anyHandler;

    /** @param anyHandler whether some session has a handler */
    ModelStep(boolean anyHandler) {
        this.anyHandler = anyHandler;
    }

    ModelOutcome execute(ModelCoroutine coroutine) {
        if (coroutine.pc() >= coroutine.program().size()) {
            return ModelOutcome.faulted(new ModelFault.CloseFault("pc out of range"));
        }
        return switch (coroutine.program().get(coroutine.pc())) {
            case ModelInstr.Offer(String label) -> offer(coroutine, label);
            case ModelInstr.Choose(List<ModelInstr.Entry> table) -> choose(coroutine, table);
            case ModelInstr.Send ignored -> send(coroutine);
            case ModelInstr.Receive ignored -> receive(coroutine);
            case ModelInstr.Invoke ignored -> {
                if (!anyHandler) {
                    yield ModelOutcome.faulted(new ModelFault.InvokeFault(NO_HANDLER));
                }
                coroutine.setPc(coroutine.pc() + 1);
                yield ModelOutcome.CONTINUED;
            }
            case ModelInstr.Jump(int target) -> {
                coroutine.setPc(target);
                yield ModelOutcome.CONTINUED;
            }
            case ModelInstr.Halt ignored -> {
                coroutine.session().removeType(coroutine.role());
                coroutine.setPc(coroutine.pc() + 1);
                yield ModelOutcome.HALTED;
            }
        };
    }

    private ModelOutcome offer(ModelCoroutine coroutine, String label) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null || !(stored.type() instanceof ModelType.Select(String partner, var choices))) {
            return refused(stored, "Send", "offer");
        }
        int chosen = position(choices, label);
        if (chosen < 0) {
            return ModelOutcome.faulted(new ModelFault.UnknownLabel(label));
        }
        ModelSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), coroutine.role(), partner);
        if (!session.hasHandler(edge)) {
            return ModelOutcome.faulted(new ModelFault.SpecFault(NO_HANDLER));
        }
        if (session.isFull(edge)) {
            return new ModelOutcome.Blocked(new ModelBlock.SendWait(edge));
        }
        session.append(edge, label);
        session.setType(coroutine.role(), stored.continuation(chosen));
        coroutine.setPc(coroutine.pc() + 1);
        return new ModelOutcome.Offered(edge, label);
    }

    private ModelOutcome choose(ModelCoroutine coroutine, List<ModelInstr.Entry> table) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null || !(stored.type() instanceof ModelType.Branch(String partner, var choices))) {
            return refused(stored, "Recv", "choose");
        }
        ModelSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), partner, coroutine.role());
        if (!session.hasHandler(edge)) {
            return ModelOutcome.faulted(new ModelFault.SpecFault(NO_HANDLER));
        }
        if (session.isEmpty(edge)) {
            return new ModelOutcome.Blocked(new ModelBlock.RecvWait(edge));
        }
        String label = session.take(edge);
        int chosen = position(choices, label);
        Optional<ModelInstr.Entry> entry =
                table.stream().filter(e -> e.label().equals(label)).findFirst();
        if (chosen < 0 || entry.isEmpty()) {
            return ModelOutcome.faulted(new ModelFault.UnknownLabel(label));
        }
        session.setType(coroutine.role(), stored.continuation(chosen));
        coroutine.setPc(entry.get().target());
        return new ModelOutcome.Chose(edge, label);
    }

    /** Register 1 holds unit from the start and nothing compiled ever writes it, so a typed send never fits. */
    private ModelOutcome send(ModelCoroutine coroutine) {
        TypeClosure stored = unfoldedType(coroutine);
        return stored != null
                        && stored.type() instanceof ModelType.Send(String ignored, ValType payload, ModelType ignored2)
                ? ModelOutcome.faulted(new ModelFault.TypeViolation(payload, ValType.UNIT))
                : refused(stored, "Send", "send");
    }

    private ModelOutcome receive(ModelCoroutine coroutine) {
        TypeClosure stored = unfoldedType(coroutine);
        if (stored == null
                || !(stored.type() instanceof ModelType.Recv(String partner, ValType payload, var ignored))) {
            return refused(stored, "Recv", "recv");
        }
        ModelSession session = coroutine.session();
        Edge edge = new Edge(session.sid(), partner, coroutine.role());
        if (!session.hasHandler(edge)) {
            return ModelOutcome.faulted(new ModelFault.SpecFault(NO_HANDLER));
        }
        if (session.isEmpty(edge)) {
            return new ModelOutcome.Blocked(new ModelBlock.RecvWait(edge));
        }
        session.take(edge); // only labels travel, and a label is no endpoint
        return ModelOutcome.faulted(new ModelFault.TypeViolation(payload, ValType.STRING));
    }

    /** The monitor's complaint about a type in the wrong direction, or the instruction's about the wrong form. */
    private static ModelOutcome refused(@Nullable TypeClosure stored, String state, String instruction) {
        ModelType type = stored == null ? null : stored.type();
        boolean direction = switch (type) {
            case ModelType.Select ignored -> state.equals("Send");
            case ModelType.Send ignored -> state.equals("Send");
            case ModelType.Branch ignored -> state.equals("Recv");
            case ModelType.Recv ignored -> state.equals("Recv");
            case ModelType.End ignored -> false;
            case ModelType.Var ignored -> false;
            case ModelType.Mu ignored -> false;
            case null -> false;
        };
        String message = type == null
                ? "[monitor] no type registered"
                : direction ? instruction + " not permitted" : "[monitor] expected " + state + " state";
        return ModelOutcome.faulted(new ModelFault.SpecFault(message));
    }

    private static @Nullable TypeClosure unfoldedType(ModelCoroutine coroutine) {
        TypeClosure stored = coroutine.session().type(coroutine.role());
        return stored == null ? null : stored.unfold();
    }

    /** {@return the position of the first choice with this label, -1 when there is none} */
    private static int position(List<ModelType.Choice> choices, String label) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).label().equals(label)) {
                return i;
            }
        }
        return -1;
    }
}
