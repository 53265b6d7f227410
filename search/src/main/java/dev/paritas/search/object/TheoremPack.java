package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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

    /** Whether a theorem is in the pack. */
    public record TheoremPresence(String name, boolean present) {
        public static final Codec<TheoremPresence> CODEC = ObjectCodec.of(
                "TheoremPresence",
                field("name", Codec.STRING, TheoremPresence::name),
                field("present", Codec.BOOL, TheoremPresence::present),
                TheoremPresence::new);
    }

    /** Which problems a theorem speaks about. */
    public record TheoremProblem(String name, ProblemClass problemClass) {
        public static final Codec<TheoremProblem> CODEC = ObjectCodec.of(
                "TheoremProblem",
                field("name", Codec.STRING, TheoremProblem::name),
                field("problem_class", ProblemClass.CODEC, TheoremProblem::problemClass),
                TheoremProblem::new);
    }

    /** How a theorem supports the runtime. */
    public record TheoremSupport(String name, SupportClass supportClass) {
        public static final Codec<TheoremSupport> CODEC = ObjectCodec.of(
                "TheoremSupport",
                field("name", Codec.STRING, TheoremSupport::name),
                field("support_class", SupportClass.CODEC, TheoremSupport::supportClass),
                TheoremSupport::new);
    }

    /** Which problems a theorem speaks about (spec 52 §7.1). */
    public enum ProblemClass {
        GENERIC_MACHINE,
        GENERIC_SELECTED_RESULT,
        PATH_PROBLEM_SPECIFIC;

        public static final WordCodec<ProblemClass> CODEC = WordCodec.camelCase(ProblemClass.class);
    }

    /** How a theorem supports the runtime (spec 52 §7.1). */
    public enum SupportClass {
        EXECUTABLE_SEMANTICS,
        REFINEMENT_COROLLARY,
        PREMISE_SCOPED;

        public static final WordCodec<SupportClass> CODEC = WordCodec.camelCase(SupportClass.class);
    }
}
