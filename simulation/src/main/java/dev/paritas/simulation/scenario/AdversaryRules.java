package dev.paritas.simulation.scenario;

import static dev.paritas.simulation.scenario.ScenarioValidation.probability;
import static dev.paritas.simulation.scenario.ScenarioValidation.require;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules 7 of spec 52 §4.2. */
final class AdversaryRules {
    private static final Kind CODE = Kind.ADVERSARY;

    private final ScenarioRoles roles;
    private final Set<String> ids = new HashSet<>();

    AdversaryRules(ScenarioRoles roles) {
        this.roles = roles;
    }

    void check(List<Adversary> adversaries) {
        for (int i = 0; i < adversaries.size(); i++) {
            check("adversaries[" + i + "]", adversaries.get(i));
        }
    }

    private void check(String path, Adversary adversary) {
        ScenarioValidation.trigger(CODE, path, adversary.trigger());
        Adversary.Budget budget = adversary.budget();
        require(budget.total() != 0, CODE, path + ".budget", path + " budget.total must be > 0");
        String id = adversary.id();
        if (id != null) {
            require(!id.isBlank(), CODE, path + ".id", path + " id must not be empty");
            require(ids.add(id), CODE, path + ".id", "duplicate adversary id '" + id + "'");
        }
        mode(path + ".budget", path + " budget.", budget);
        action(path, adversary.action(), budget);
    }

    private static void mode(String place, String what, Adversary.Budget budget) {
        switch (budget) {
            case Adversary.Budget.Activation ignored -> {}
            case Adversary.Budget.Independent(long total, @Nullable JsonValue failure, FixedQ32 chance) ->
                probability(CODE, what + "probability", chance);
            case Adversary.Budget.Windowed(long total, @Nullable JsonValue failure, long ticks, long most) -> {
                require(ticks != 0, CODE, place, what + "window_ticks must be > 0");
                require(most != 0, CODE, place, what + "max_per_window must be > 0");
            }
            case Adversary.Budget.Correlated(long total, @Nullable JsonValue failure, FixedQ32 chance, long ticks) -> {
                probability(CODE, what + "probability", chance);
                require(ticks != 0, CODE, place, what + "burst_ticks must be > 0");
            }
        }
    }

    private void action(String path, Adversary.Action action, Adversary.Budget budget) {
        String place = path + ".action";
        switch (action) {
            case Adversary.Action.Withholding ignored -> {}
            case Adversary.Action.TimingDisturbance ignored -> {}
            case Adversary.Action.Corruption ignored -> {}
            case Adversary.Action.Crash(String role, @Nullable Long duration) -> {
                require(roles.has(role), CODE, place, path + " crash references unknown role '" + role + "'");
                require(
                        budget instanceof Adversary.Budget.Activation,
                        CODE,
                        place,
                        path + " crash requires budget.mode = activation");
                require(budget.total() == 1, CODE, place, path + " crash requires budget.total = 1");
            }
            case Adversary.Action.ByzantineInterference(
                    FixedQ32 withholding,
                    FixedQ32 corruption,
                    @Nullable Long delay) -> {
                probability(CODE, path + " withholding_probability", withholding);
                probability(CODE, path + " corruption_probability", corruption);
                boolean does = !withholding.equals(FixedQ32.ZERO) || !corruption.equals(FixedQ32.ZERO) || delay != null;
                require(does, CODE, place, path + " byzantine_interference must declare at least one effect");
            }
        }
    }
}
