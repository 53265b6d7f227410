package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * The theorems behind the claims (spec 52 §7.1).
 *
 * @param inventory in the runtime's order
 * @param inventorySupportClasses in the model's order, as the problem classes
 * @param gate the command that checks the theorems
 */
public record TheoremPack(
        List<TheoremPresence> inventory,
        List<TheoremSupport> inventorySupportClasses,
        List<TheoremProblem> inventoryProblemClasses,
        long canonicalServiceBoundSteps,
        long canonicalGoalWindowDiscoverySuffixBoundSteps,
        String gate) {
    public static final Codec<TheoremPack> CODEC = ObjectCodec.of("TheoremPack", m -> {
        var inventory = m.required("inventory", Codec.listOf(TheoremPresence.CODEC), TheoremPack::inventory);
        var inventorySupportClasses = m.required(
                "inventory_support_classes", Codec.listOf(TheoremSupport.CODEC), TheoremPack::inventorySupportClasses);
        var inventoryProblemClasses = m.required(
                "inventory_problem_classes", Codec.listOf(TheoremProblem.CODEC), TheoremPack::inventoryProblemClasses);
        var canonicalServiceBoundSteps =
                m.required("canonical_service_bound_steps", Codec.U64, TheoremPack::canonicalServiceBoundSteps);
        var canonicalGoalWindowDiscoverySuffixBoundSteps = m.required(
                "canonical_goal_window_discovery_suffix_bound_steps",
                Codec.U64,
                TheoremPack::canonicalGoalWindowDiscoverySuffixBoundSteps);
        var gate = m.required("gate", Codec.STRING, TheoremPack::gate);
        return in -> new TheoremPack(
                in.get(inventory),
                in.get(inventorySupportClasses),
                in.get(inventoryProblemClasses),
                in.get(canonicalServiceBoundSteps),
                in.get(canonicalGoalWindowDiscoverySuffixBoundSteps),
                in.get(gate));
    });

    public TheoremPack {
        inventory = List.copyOf(inventory);
        inventorySupportClasses = List.copyOf(inventorySupportClasses);
        inventoryProblemClasses = List.copyOf(inventoryProblemClasses);
    }
}
