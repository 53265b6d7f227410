package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<TheoremPack> CODEC = ObjectCodec.of(
            "TheoremPack",
            field("inventory", Codec.listOf(TheoremPresence.CODEC), TheoremPack::inventory),
            field(
                    "inventory_support_classes",
                    Codec.listOf(TheoremSupport.CODEC),
                    TheoremPack::inventorySupportClasses),
            field(
                    "inventory_problem_classes",
                    Codec.listOf(TheoremProblem.CODEC),
                    TheoremPack::inventoryProblemClasses),
            field("canonical_service_bound_steps", Codec.U64, TheoremPack::canonicalServiceBoundSteps),
            field(
                    "canonical_goal_window_discovery_suffix_bound_steps",
                    Codec.U64,
                    TheoremPack::canonicalGoalWindowDiscoverySuffixBoundSteps),
            field("gate", Codec.STRING, TheoremPack::gate),
            TheoremPack::new);

    public TheoremPack {
        inventory = List.copyOf(inventory);
        inventorySupportClasses = List.copyOf(inventorySupportClasses);
        inventoryProblemClasses = List.copyOf(inventoryProblemClasses);
    }
}
