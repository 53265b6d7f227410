package dev.paritas.simulation.scenario;

import static dev.paritas.simulation.scenario.ScenarioValidation.require;

import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules 6 of spec 52 §4.2. */
final class ReconfigurationRules {
    private static final Kind CODE = Kind.RECONFIGURATION;

    private final ScenarioRoles roles;

    ReconfigurationRules(ScenarioRoles roles) {
        this.roles = roles;
    }

    void check(List<Reconfiguration> reconfigurations) {
        for (int i = 0; i < reconfigurations.size(); i++) {
            check("reconfigurations[" + i + "]", reconfigurations.get(i));
        }
    }

    private void check(String path, Reconfiguration reconfiguration) {
        ScenarioValidation.trigger(CODE, path, reconfiguration.trigger());
        Reconfiguration.Effect effect = reconfiguration.effect();
        switch (effect.kind()) {
            case PURE ->
                require(
                        effect.budgetCost() == 0,
                        CODE,
                        path + ".effect",
                        path + " pure reconfiguration must not consume transition budget");
            case TRANSITION_CHOREOGRAPHY ->
                require(
                        effect.budgetCost() != 0,
                        CODE,
                        path + ".effect",
                        path + " transition_choreography must declare budget_cost > 0");
        }
        Reconfiguration.Action action = reconfiguration.action();
        String what = path + " " + action.kind();
        String place = path + ".action";
        switch (action) {
            case Reconfiguration.Action.Link(String from, String to) -> pair(place, what, from, to);
            case Reconfiguration.Action.Delegation(String from, String to, String scope) -> {
                pair(place, what, from, to);
                said(place, what + " scope", scope);
            }
            case Reconfiguration.Action.Handoff(String from, String to, String id) -> {
                pair(place, what, from, to);
                said(place, what + " id", id);
            }
            case Reconfiguration.Action.Federation(String name, List<List<String>> groups) ->
                federation(place, what, name, groups);
            case Reconfiguration.Action.ModeTransition(String role, String fromMode, String toMode) -> {
                known(place, what, role);
                said(place, what + " from_mode", fromMode);
                said(place, what + " to_mode", toMode);
            }
        }
    }

    private void federation(String place, String what, String name, List<List<String>> groups) {
        for (List<String> group : groups) {
            for (String role : group) {
                known(place, what, role);
            }
        }
        said(place, what + " name", name);
        Set<String> seen = new HashSet<>();
        for (List<String> group : groups) {
            for (String role : Set.copyOf(group)) {
                require(seen.add(role), CODE, place, what + " role '" + role + "' appears in multiple groups");
            }
        }
    }

    private void pair(String place, String what, String from, String to) {
        known(place, what, from);
        known(place, what, to);
        require(!from.equals(to), CODE, place, what + " must name distinct roles");
    }

    private void known(String place, String what, String role) {
        require(roles.has(role), CODE, place, what + " references unknown role '" + role + "'");
    }

    private static void said(String place, String what, String text) {
        require(!text.isBlank(), CODE, place, what + " must not be empty");
    }
}
