package dev.paritas.model.machine;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.model.machine.ModelActions.Action;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunBudget;
import dev.paritas.semanticobjects.run.RunLimit;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operation {@code runSimulation}: a closed form of how many communications a simulation shows, without running
 * anything (spec 22 §12.3).
 *
 * @param trace the opening, then sends and receives in turn over the protocol's actions
 * @param activeSteps the deepest nesting of sends and receives over all roles
 */
public record SimulationReference(
        long steps,
        List<String> roles,
        List<Communication> actions,
        long activeSteps,
        long observable,
        List<TraceEvent> trace) {
    /** Simulations that show more sends and receives than this are refused before any is made. */
    public static final long MAX_OBSERVABLE = 1_000_000;

    /** A permitted communication. */
    public record Communication(String sender, String receiver, String label) {}

    public SimulationReference {
        roles = List.copyOf(roles);
        actions = List.copyOf(actions);
        trace = List.copyOf(trace);
    }

    /**
     * @param payload a {@code SimRunInput}, of which only {@code global_type} and {@code scenario.steps} are looked at
     * @throws ProblemException ({@link SimulationProblem}) when they cannot be read or ask for too much
     */
    public static SimulationReference of(JsonValue payload) {
        try {
            GlobalType type = ModelReader.globalType(ModelReader.member(payload, "global_type"));
            BigInteger steps =
                    ModelReader.natural(ModelReader.member(ModelReader.member(payload, "scenario"), "steps"));
            if (steps.bitLength() > Long.SIZE) {
                throw tooMany();
            }
            return of(type, steps.longValue());
        } catch (ModelReadException e) {
            throw new ProblemException(new SimulationProblem(String.valueOf(e.getMessage())));
        }
    }

    /**
     * @param steps unsigned
     * @throws ProblemException ({@link SimulationProblem}) above {@link #MAX_OBSERVABLE} sends and receives, or
     *     {@link RunLimit#ANSWER_TEXT}
     */
    public static SimulationReference of(GlobalType type, long steps) {
        ModelActions protocol = ModelActions.of(type);
        List<String> roles = List.copyOf(protocol.roles());
        long active = new Nesting()
                .over(type).values().stream().mapToLong(Long::longValue).max().orElse(0);
        long observable = observable(steps, roles.size(), active);
        checkSize(protocol.actions(), observable);
        List<Communication> actions = protocol.actions().stream()
                .map(action -> new Communication(action.sender(), action.receiver(), action.label()))
                .toList();
        return new SimulationReference(
                steps, roles, actions, active, observable, trace(roles, protocol.actions(), observable));
    }

    /** {@return how many sends and receives are shown; counted as the reference counts} */
    static long observable(long steps, int roles, long active) {
        if (steps == 0 || roles == 0) {
            return 0;
        }
        // Each communication takes one invocation, and an index step comes at the latest after all roles had one.
        if (Long.compareUnsigned(steps, MAX_OBSERVABLE) > 0) {
            throw tooMany();
        }
        long most = steps * roles * 10;
        long invoked = 0;
        long acted = 0;
        long index = 1;
        long emitted = 0;
        while (emitted < most && index < steps) {
            invoked++;
            if (invoked >= roles) {
                invoked -= roles;
                acted++;
                index++;
                if (active > 0 && acted >= active && index < steps) {
                    acted = 0;
                    index++;
                }
            }
            emitted++;
            if (emitted > MAX_OBSERVABLE) {
                throw tooMany();
            }
        }
        return emitted;
    }

    private static ProblemException tooMany() {
        return new ProblemException(new SimulationProblem("scenario has too many steps: it would show more than "
                + MAX_OBSERVABLE + " sends and receives (limit simulated_events)"));
    }

    /** The texts of the actions are told again and again, so they are counted before the trace is made. */
    private static void checkSize(List<Action> actions, long observable) {
        RunBudget round = new RunBudget();
        try {
            for (Action action : actions) {
                round.spend(TraceEvent.sent(0, 0, action.sender(), action.receiver(), action.label()));
            }
            RunLimit.ANSWER_TEXT.check(actions.isEmpty() ? 0 : round.spent() * observable / actions.size());
        } catch (ProblemException e) {
            throw new ProblemException(
                    new SimulationProblem(e.only(RunLimitProblem.class).sentence()));
        }
    }

    private static List<TraceEvent> trace(List<String> roles, List<Action> actions, long observable) {
        List<TraceEvent> trace = new ArrayList<>();
        trace.add(TraceEvent.opened(0, 0, String.join(",", roles)));
        if (actions.isEmpty()) {
            return trace;
        }
        for (long i = 0; i < observable; i++) {
            Action action = actions.get((int) (i / 2 % actions.size()));
            trace.add(
                    i % 2 == 0
                            ? TraceEvent.sent(i + 1, 0, action.sender(), action.receiver(), action.label())
                            : TraceEvent.received(i + 1, 0, action.sender(), action.receiver(), action.label()));
        }
        return trace;
    }

    /**
     * By role, the sends and receives on the longest path of its candidate projection, in one walk for all roles: who does
     * not take part follows the first branch alone, and binders do not count.
     */
    private static final class Nesting extends Fold<GlobalType, Map<String, Long>> {
        @Override
        protected Map<String, Long> leave(GlobalType node, Results<Map<String, Long>> children) {
            Map<String, Long> depths = children.size() == 0 ? new HashMap<>() : children.get(0);
            switch (node) {
                case GlobalType.End ignored -> {}
                case GlobalType.Var ignored -> {}
                case GlobalType.Mu ignored -> {}
                case GlobalType.Comm comm -> deepen(depths, children, comm.sender(), comm.receiver());
                case GlobalType.Delegate delegate ->
                    deepen(depths, children, delegate.delegator(), delegate.delegatee());
            }
            return depths;
        }

        private static void deepen(
                Map<String, Long> depths, Results<Map<String, Long>> children, String sender, String receiver) {
            long sends = 1 + deepest(children, sender);
            long receives = 1 + deepest(children, receiver);
            depths.put(sender, sends);
            depths.put(receiver, receives);
        }

        private static long deepest(Results<Map<String, Long>> children, String role) {
            long deepest = 0;
            for (int i = 0; i < children.size(); i++) {
                deepest = Math.max(deepest, children.get(i).getOrDefault(role, 0L));
            }
            return deepest;
        }
    }
}
