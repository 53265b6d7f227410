package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/** A change of the protocol's make-up during a run (spec 52 §4.1). The members of the actions are ours. */
public record Reconfiguration(TriggerSpec trigger, Action action, Effect effect) {
    /** What changes. */
    public sealed interface Action {
        /** {@return the word in documents and messages} */
        String kind();

        record Link(String from, String to) implements Action {
            @Override
            public String kind() {
                return "link";
            }
        }

        record Delegation(String from, String to, String scope) implements Action {
            @Override
            public String kind() {
                return "delegation";
            }
        }

        record Handoff(String from, String to, String id) implements Action {
            @Override
            public String kind() {
                return "handoff";
            }
        }

        record Federation(String name, List<List<String>> groups) implements Action {
            public Federation {
                groups = groups.stream().map(List::copyOf).toList();
            }

            @Override
            public String kind() {
                return "federation";
            }
        }

        record ModeTransition(String role, String fromMode, String toMode) implements Action {
            @Override
            public String kind() {
                return "mode_transition";
            }
        }
    }

    /** Whether the change is free. */
    public enum EffectClass {
        PURE,
        TRANSITION_CHOREOGRAPHY;

        static final WordCodec<EffectClass> CODEC = WordCodec.snakeCase(EffectClass.class);
    }

    /** @param budgetCost unsigned; 0 for a pure change, more for a transition */
    public record Effect(EffectClass kind, long budgetCost) {}
}
