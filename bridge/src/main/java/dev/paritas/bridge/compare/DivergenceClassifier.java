package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the row of spec 22 §16 that explains why two outcomes of one case differ. Rows are tried narrowest first. */
public final class DivergenceClassifier {
    /** From this many coroutines on, the wake order of a hash map may differ from ascending ids (spec 22 §7.5). */
    private static final int HASH_ORDER_FROM = 17;

    private final List<Protocol> protocols;

    private DivergenceClassifier(List<Protocol> protocols) {
        this.protocols = protocols;
    }

    /** {@return the class of the divergence between two outcomes that are not equal; empty when no row explains it} */
    public static Optional<DivergenceClass> classify(List<Protocol> protocols, SideOutcome machine, SideOutcome lean) {
        return new DivergenceClassifier(protocols).outcomes(machine, lean);
    }

    private Optional<DivergenceClass> outcomes(SideOutcome machine, SideOutcome lean) {
        return switch (machine) {
            case SideOutcome.Ran(RunOutput left) ->
                switch (lean) {
                    case SideOutcome.Ran(RunOutput right) -> runs(left, right);
                    case SideOutcome.Refused refused -> leanRefusal(refused.message());
                };
            case SideOutcome.Refused refused ->
                switch (lean) {
                    case SideOutcome.Ran _ -> machineRefusal();
                    case SideOutcome.Refused _ -> Optional.empty();
                };
        };
    }

    private Optional<DivergenceClass> leanRefusal(String message) {
        if (message.contains("duplicate entry-point role") || message.contains("duplicate local-type role")) {
            return Optional.of(DivergenceClass.ROLE_LIST);
        }
        return message.contains("projection mismatch for role")
                ? Optional.of(DivergenceClass.MERGED_PROJECTION)
                : Optional.empty();
    }

    private Optional<DivergenceClass> machineRefusal() {
        if (protocols.stream().anyMatch(Protocol::hasSelfCommunication)) {
            return Optional.of(DivergenceClass.SELF_COMMUNICATION);
        }
        return protocols.stream().allMatch(Protocol::isWellFormed)
                        && protocols.stream().anyMatch(Protocol::hasOddRoleList)
                ? Optional.of(DivergenceClass.ROLE_LIST)
                : Optional.empty();
    }

    private Optional<DivergenceClass> runs(RunOutput machine, RunOutput lean) {
        List<TraceEvent> left = machine.trace();
        List<TraceEvent> right = lean.trace();
        if (withoutReasons(left).equals(withoutReasons(right))) {
            return left.equals(right) ? Optional.empty() : Optional.of(DivergenceClass.FAULT_REASON);
        }
        if (rolesDifferOnlyInOrder(left, right)) {
            return Optional.of(DivergenceClass.ROLE_NAME_ORDER);
        }
        Optional<TraceEvent> machineFault = fault(left);
        Optional<TraceEvent> leanFault = fault(right);
        if (machineFault.isPresent()) {
            return afterMachineFault(left, right, machineFault.get(), leanFault)
                    .or(() -> leanFault.flatMap(this::afterLeanFault));
        }
        if (leanFault.isPresent()) {
            return afterLeanFault(leanFault.get());
        }
        if (blockedSender(lean)) {
            return Optional.of(DivergenceClass.SEND_BUFFER_LIMIT);
        }
        return sameButForSchedule(left, right) ? Optional.of(schedule(left)) : Optional.empty();
    }

    private Optional<DivergenceClass> afterMachineFault(
            List<TraceEvent> left, List<TraceEvent> right, TraceEvent fault, Optional<TraceEvent> leanFault) {
        List<TraceEvent> before = withoutReasons(left);
        List<TraceEvent> other = withoutReasons(right);
        boolean prefix = before.size() < other.size()
                && before.equals(other.subList(0, before.size()))
                && before.getLast().equals(EventParts.withoutReason(fault));
        if (prefix && leanFault.isPresent()) {
            return Optional.of(DivergenceClass.FAULT_STOPS_RUN);
        }
        if (leanFault.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                protocols.stream().anyMatch(Protocol::hasOuterJump)
                        ? DivergenceClass.NESTED_RECURSION
                        : DivergenceClass.ANNOTATED_PAYLOAD);
    }

    private Optional<DivergenceClass> afterLeanFault(TraceEvent fault) {
        String reason = Objects.requireNonNullElse(fault.reason(), "");
        if (reason.startsWith("spec_fault:[monitor] expected")
                && protocols.stream().anyMatch(Protocol::hasNestedRecursion)) {
            return Optional.of(DivergenceClass.NESTED_RECURSION);
        }
        if (reason.equals("spec_fault:no handler bound")
                && protocols.stream().anyMatch(Protocol::hasSelfCommunication)) {
            return Optional.of(DivergenceClass.SELF_COMMUNICATION);
        }
        return Optional.empty();
    }

    private static boolean blockedSender(RunOutput lean) {
        return lean.stepStates().stream()
                .map(StepState::blocked)
                .anyMatch(blocked -> blocked.containsValue("send_wait"));
    }

    private static DivergenceClass schedule(List<TraceEvent> trace) {
        long coroutines = trace.stream()
                .filter(event -> event.kind().equals("opened"))
                .mapToLong(event -> roleNames(event).size())
                .sum();
        return coroutines >= HASH_ORDER_FROM ? DivergenceClass.BLOCKED_ORDER : DivergenceClass.PENDING_MESSAGE_WAKE;
    }

    /** Every coroutine does the same things in the same order, as far as both got; only when it does them differs. */
    private static boolean sameButForSchedule(List<TraceEvent> left, List<TraceEvent> right) {
        Map<String, List<TraceEvent>> ours = byActor(left);
        Map<String, List<TraceEvent>> theirs = byActor(right);
        for (Map.Entry<String, List<TraceEvent>> actor : ours.entrySet()) {
            List<TraceEvent> a = actor.getValue();
            List<TraceEvent> b = theirs.getOrDefault(actor.getKey(), List.of());
            int common = Math.min(a.size(), b.size());
            if (!a.subList(0, common).equals(b.subList(0, common))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<TraceEvent>> byActor(List<TraceEvent> trace) {
        Map<String, List<TraceEvent>> actors = new HashMap<>();
        for (TraceEvent event : trace) {
            String actor = switch (event.kind()) {
                case "sent" -> event.session() + " " + event.sender();
                case "received" -> event.session() + " " + event.receiver();
                case "halted", "faulted" -> "target " + event.target();
                default -> event.kind() + " " + event.session();
            };
            actors.computeIfAbsent(actor, _ -> new ArrayList<>()).add(EventParts.withTick(event, 0));
        }
        return actors;
    }

    private static boolean rolesDifferOnlyInOrder(List<TraceEvent> left, List<TraceEvent> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            TraceEvent a = left.get(i);
            TraceEvent b = right.get(i);
            if (!a.equals(b)) {
                return a.kind().equals("opened")
                        && b.kind().equals("opened")
                        && !roleNames(a).equals(roleNames(b))
                        && sorted(a).equals(sorted(b));
            }
        }
        return false;
    }

    private static List<String> sorted(TraceEvent opened) {
        return roleNames(opened).stream().sorted(CodePointOrder.INSTANCE).toList();
    }

    private static List<String> roleNames(TraceEvent opened) {
        return Arrays.asList(Objects.requireNonNullElse(opened.role(), "").split(",", -1));
    }

    private static Optional<TraceEvent> fault(List<TraceEvent> trace) {
        return trace.stream().filter(event -> event.kind().equals("faulted")).findFirst();
    }

    private static List<TraceEvent> withoutReasons(List<TraceEvent> trace) {
        return trace.stream().map(EventParts::withoutReason).toList();
    }
}
