package dev.paritas.bridge.compare;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why two runs of one case have other traces. */
final class RunDivergence {
    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final Pattern PAYLOAD_REFUSED =
            Pattern.compile(": (send|receive) payload '.*' violated expected type ");

    private final List<Protocol> protocols;
    private final CoroutineRoles cast;
    private final RunOutput machine;
    private final RunOutput lean;
    private final List<TraceEvent> left;
    private final List<TraceEvent> right;
    private final String error;
    private final long limit;

    /**
     * @param machine its {@code error} and the steps of both are part of the evidence
     * @param limit of rounds that both got
     */
    RunDivergence(List<Protocol> protocols, SideOutcome.Ran machine, SideOutcome.Ran lean, long limit) {
        this.limit = limit;
        this.protocols = protocols;
        this.cast = CoroutineRoles.of(protocols);
        this.machine = machine.output();
        this.lean = lean.output();
        this.left = this.machine.trace();
        this.right = this.lean.trace();
        this.error = Objects.requireNonNullElse(machine.error(), "");
    }

    Optional<DivergenceClass> known() {
        int first = firstDifference();
        if (first == left.size() && first == right.size()) {
            return left.equals(right) ? Optional.empty() : Optional.of(DivergenceClass.FAULT_REASON);
        }
        if (rolesDifferOnlyInOrder(first)) {
            return Optional.of(DivergenceClass.ROLE_NAME_ORDER);
        }
        if (first > 0 && first == left.size() && stoppedByFault()) {
            return Optional.of(DivergenceClass.FAULT_STOPS_RUN);
        }
        int illTyped = firstIllTyped();
        int unopened = firstUnopened();
        Optional<DivergenceClass> own = unopened <= illTyped && unopened != NOWHERE
                ? Optional.of(DivergenceClass.NESTED_RECURSION)
                : illTyped == NOWHERE ? Optional.empty() : Optional.of(DivergenceClass.OUTER_LOOP_JUMP);
        if (own.isPresent() && (unopened == first || illTyped == first)) {
            return own;
        }
        if (payloadRefused(first)) {
            return Optional.of(DivergenceClass.ANNOTATED_PAYLOAD);
        }
        // What only shifts ticks may come before what changes events: then the second is the class.
        return sameButForTicks(Math.min(illTyped, left.size()), Math.min(unopened, right.size()))
                ? schedule(first).map(shifts -> own.orElse(shifts))
                : Optional.empty();
    }

    /** {@return whether R ended because a coroutine faulted} */
    boolean stoppedByFault() {
        return !error.isEmpty() && !left.isEmpty() && left.getLast().kind().equals("faulted");
    }

    /** {@return whether the side that is not completed was kept from it: by the limit, a fault, or a full buffer} */
    boolean mayStandWhileOtherEnds() {
        return machine.status().equals(RunOutput.STUCK) && lean.status().equals(RunOutput.COMPLETED) && held(machine)
                || lean.status().equals(RunOutput.STUCK) && machine.status().equals(RunOutput.COMPLETED) && held(lean);
    }

    /** {@return whether a fault, a full buffer or the limit kept the run from doing what the other side did} */
    private boolean held(RunOutput run) {
        if (run.trace().stream().anyMatch(event -> event.kind().equals("faulted"))) {
            return true;
        }
        // A record may lack the step states that would tell a full buffer.
        boolean waitsForRoom = run.stepStates().isEmpty()
                || run.stepStates().getLast().blocked().containsValue("send_wait");
        return run.status().equals(RunOutput.STUCK)
                && (waitsForRoom || Long.compareUnsigned(run.stepsExecuted(), limit) >= 0);
    }

    /**
     * Compares what stands behind a difference of class {@code known}: coroutine by coroutine, without ticks, because
     * those are what a class leaves unequal. A side may show less only where it was kept from going on.
     */
    CoveredTail behind(DivergenceClass known) {
        int longest = Math.max(left.size(), right.size());
        if (known == DivergenceClass.FAULT_REASON) {
            return new CoveredTail(longest, "reasons of faults are left out", Optional.empty());
        }
        if (known == DivergenceClass.ROLE_NAME_ORDER) {
            int next = firstDifference() + 1;
            List<TraceEvent> ours = left.subList(next, left.size());
            List<TraceEvent> theirs = right.subList(next, right.size());
            return new CoveredTail(
                    longest,
                    null,
                    ours.equals(theirs) ? Optional.empty() : Optional.of(OutcomeComparison.trace(ours, theirs, null)));
        }
        int illTyped = firstIllTyped();
        boolean elsewhere = illTyped != NOWHERE && !left.get(illTyped).kind().equals("faulted");
        int end = elsewhere ? illTyped : left.size();
        Optional<DivergenceReport> finding = partedCoroutine(left.subList(0, end), elsewhere);
        return new CoveredTail(
                elsewhere ? illTyped : longest,
                elsewhere
                        ? "the two follow other loops from there on"
                        : "ticks are left out behind the difference, and each role is compared on its own",
                finding);
    }

    private Optional<DivergenceReport> partedCoroutine(List<TraceEvent> ours, boolean cut) {
        Map<Optional<CoroutineRoles.SessionRole>, List<TraceEvent>> mine = actions(ours);
        Map<Optional<CoroutineRoles.SessionRole>, List<TraceEvent>> others = actions(right);
        Set<Optional<CoroutineRoles.SessionRole>> actors = new LinkedHashSet<>(mine.keySet());
        actors.addAll(others.keySet());
        for (Optional<CoroutineRoles.SessionRole> actor : actors) {
            List<TraceEvent> a = mine.getOrDefault(actor, List.of());
            List<TraceEvent> b = others.getOrDefault(actor, List.of());
            int common = Math.min(a.size(), b.size());
            boolean shorter = a.size() < b.size() && !cut && !held(machine) || b.size() < a.size() && !held(lean);
            if (shorter || !a.subList(0, common).equals(b.subList(0, common))) {
                return Optional.of(DivergenceReport.behind(
                        OutcomeComparison.trace(a, b, null),
                        actor.map(part -> "role " + part.role() + " of session " + part.session())
                                .orElse("events of no role")));
            }
        }
        return Optional.empty();
    }

    /** {@return what each coroutine did, in order; a fault ends its coroutine and belongs to the covered class} */
    private Map<Optional<CoroutineRoles.SessionRole>, List<TraceEvent>> actions(List<TraceEvent> trace) {
        Map<Optional<CoroutineRoles.SessionRole>, List<TraceEvent>> actions = new LinkedHashMap<>();
        for (TraceEvent event : trace) {
            Optional<CoroutineRoles.SessionRole> actor = cast.actor(event);
            if (actor.isEmpty() || !event.kind().equals("faulted")) {
                actions.computeIfAbsent(actor, ignored -> new ArrayList<>())
                        .add(EventParts.withTick(EventParts.withoutReason(event), 0));
            }
        }
        return actions;
    }

    private int firstDifference() {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            if (!EventParts.withoutReason(left.get(i)).equals(EventParts.withoutReason(right.get(i)))) {
                return i;
            }
        }
        return common;
    }

    /**
     * The first event of R's where its monitor's type, which ignores the names of variables, is not the one that the code
     * follows: a fault, or a communication that the code's type does not permit.
     */
    private int firstIllTyped() {
        Map<CoroutineRoles.SessionRole, Optional<RoleTypes>> types = new HashMap<>();
        for (int i = 0; i < left.size(); i++) {
            TraceEvent event = left.get(i);
            Optional<CoroutineRoles.SessionRole> actor = cast.actor(event);
            if (actor.isEmpty() || event.kind().equals("halted")) {
                continue;
            }
            Optional<RoleTypes> here = types.computeIfAbsent(actor.get(), this::start);
            if (here.filter(at -> at.illTyped(event)).isPresent()) {
                return i;
            }
            types.put(actor.get(), here.flatMap(at -> at.after(event)));
        }
        return NOWHERE;
    }

    private Optional<RoleTypes> start(CoroutineRoles.SessionRole part) {
        Protocol protocol = protocols.get(part.session());
        return protocol.hasOuterJump() ? protocol.projection(part.role()).map(RoleTypes::start) : Optional.empty();
    }

    /** The first fault of L's whose type still has a binder at its head after one was opened. */
    private int firstUnopened() {
        for (int i = 0; i < right.size(); i++) {
            TraceEvent event = right.get(i);
            if (event.kind().equals("faulted")
                    && Objects.requireNonNullElse(event.reason(), "").startsWith("spec_fault:[monitor] expected ")) {
                int index = i;
                boolean unopened = cast.actor(event)
                        .flatMap(actor -> RoleTypes.openedOnce(
                                protocols.get(actor.session()).candidate(actor.role()),
                                cast.communications(actor, right.subList(0, index))))
                        .filter(LocalType.Mu.class::isInstance)
                        .isPresent();
                return unopened ? i : NOWHERE;
            }
        }
        return NOWHERE;
    }

    private boolean payloadRefused(int first) {
        if (first >= right.size()
                || first != left.size() - 1
                || !PAYLOAD_REFUSED.matcher(error).find()) {
            return false;
        }
        Optional<CoroutineRoles.SessionRole> actor = cast.actor(right.get(first));
        return actor.isPresent() && actor.equals(cast.actor(left.get(first)));
    }

    /** Every coroutine does the same things in the same order, as far as both got; only when it does them differs. */
    private boolean sameButForTicks(int leftEnd, int rightEnd) {
        Set<Optional<CoroutineRoles.SessionRole>> actors = new HashSet<>();
        left.subList(0, leftEnd).forEach(event -> actors.add(cast.actor(event)));
        return actors.stream().allMatch(actor -> {
            List<TraceEvent> ours = deeds(actor, left.subList(0, leftEnd));
            List<TraceEvent> theirs = deeds(actor, right.subList(0, rightEnd));
            int common = Math.min(ours.size(), theirs.size());
            return ours.subList(0, common).equals(theirs.subList(0, common));
        });
    }

    private List<TraceEvent> deeds(Optional<CoroutineRoles.SessionRole> actor, List<TraceEvent> trace) {
        return trace.stream()
                .filter(event -> cast.actor(event).equals(actor))
                .map(event -> EventParts.withTick(EventParts.withoutReason(event), 0))
                .toList();
    }

    private Optional<DivergenceClass> schedule(int first) {
        // The sides did other things in this round at the latest, so the cause lies no later.
        long tick = Math.min(tick(left, first), tick(right, first));
        Wakes others = new Wakes(cast, lean.stepStates(), tick);
        if (others.sendBlocked()) {
            return Optional.of(DivergenceClass.SEND_BUFFER_LIMIT);
        }
        if (new Wakes(cast, machine.stepStates(), tick).anySpurious()) {
            return Optional.of(DivergenceClass.PENDING_MESSAGE_WAKE);
        }
        return others.outOfOrder() ? Optional.of(DivergenceClass.BLOCKED_ORDER) : Optional.empty();
    }

    private static long tick(List<TraceEvent> trace, int index) {
        return index < trace.size() ? trace.get(index).tick() : Long.MAX_VALUE;
    }

    private boolean rolesDifferOnlyInOrder(int first) {
        if (first >= left.size() || first >= right.size()) {
            return false;
        }
        TraceEvent a = left.get(first);
        TraceEvent b = right.get(first);
        return a.kind().equals("opened")
                && b.kind().equals("opened")
                && !roleNames(a).equals(roleNames(b))
                && sorted(a).equals(sorted(b));
    }

    private static List<String> sorted(TraceEvent opened) {
        return roleNames(opened).stream().sorted(CodePointOrder.INSTANCE).toList();
    }

    private static List<String> roleNames(TraceEvent opened) {
        return Arrays.asList(Objects.requireNonNullElse(opened.role(), "").split(",", -1));
    }
}
