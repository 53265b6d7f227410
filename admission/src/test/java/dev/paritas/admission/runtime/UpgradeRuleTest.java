package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.runtime.AdmittedExecution.MixedDeterminism;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The validation table of spec 31 §10.5: each row with its text, on both sides of its border, and the rows' order. */
class UpgradeRuleTest {
    private static final String NO_STEPS = "must contain at least one plan step";
    private static final String PUBLICATION = "may not both carry and invalidate the same canonical publication";
    private static final String OBLIGATION = "may not both carry and invalidate the same obligation";
    private static final String PROFILE = "requires preserving the admitted execution profile";
    private static final String NO_CONTRACTS = "requires runtime contracts for mixed determinism";
    private static final String NOT_MIXED = "requires mixed-determinism admission";
    private static final String OWNERSHIP = "requires ownership continuity across the first cutover";
    private static final String PENDING = "must make pending-effect treatment explicit";
    private static final String CONTINUITY = "may not invalidate canonical publications when continuity is required";

    private static final Reconfiguration BUNDLE =
            new Reconfiguration("cert/x", Optional.of(new ReconfigurationPolicy(true, false)));
    private static final ReconfigurationSnapshot SEEDED = BUNDLE.seed(List.of("A", "B"));

    /**
     * One case in words, {@code -} for nothing: the constraint with what admission found, ownership, pending effects,
     * continuity, then first step and the four lists, separated by commas.
     */
    private record Case(
            String constraint,
            String ownership,
            String pending,
            String continuity,
            String step,
            String carried,
            String invalidated,
            String kept,
            String dropped) {
        static Case of(String words) {
            String[] word = words.split(" ", -1);
            assertThat(word).hasSize(9);
            return new Case(word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7], word[8]);
        }

        RuntimeUpgradeRequest request() {
            return new RuntimeUpgradeRequest(
                    "U",
                    new ReconfigurationPlan("P", step.equals("none") ? List.of() : List.of(step(list(step)))),
                    new UpgradeCompatibility(
                            constraint.startsWith("profile")
                                    ? ExecutionConstraint.PRESERVE_BUNDLE_PROFILE
                                    : ExecutionConstraint.MIXED_DETERMINISM_ALLOWED,
                            ownership.equals("owner"),
                            pending.equals("keep")
                                    ? PendingEffectTreatment.PRESERVE_PENDING
                                    : PendingEffectTreatment.INVALIDATE_BLOCKED,
                            continuity.equals("truth")
                                    ? PublicationContinuity.PRESERVE_CANONICAL_TRUTH
                                    : PublicationContinuity.REISSUE_CANONICAL_TRUTH),
                    list(carried),
                    list(invalidated),
                    list(kept),
                    list(dropped));
        }

        /** What an unasked question would be answered with is the bad answer. */
        AdmittedExecution admitted() {
            return switch (constraint) {
                case "profile" -> new AdmittedExecution(true, MixedDeterminism.NO_CONTRACTS);
                case "profile-unsupported" -> new AdmittedExecution(false, MixedDeterminism.ADMITTED);
                case "mixed" -> new AdmittedExecution(false, MixedDeterminism.ADMITTED);
                case "mixed-refused" -> new AdmittedExecution(true, MixedDeterminism.REFUSED);
                case "mixed-without-contracts" -> new AdmittedExecution(true, MixedDeterminism.NO_CONTRACTS);
                default -> throw new IllegalArgumentException(constraint);
            };
        }

        private static List<String> list(String words) {
            return words.equals("-") ? List.of() : List.of(words.split(",", -1));
        }

        private static ReconfigurationStep step(List<String> members) {
            return new ReconfigurationStep(
                    "S",
                    members,
                    members.stream()
                            .map(role -> new PlacementObservation(role, PlacementKind.LOCAL, null, null, null))
                            .toList());
        }
    }

    private static UpgradeOutcome upgrade(ReconfigurationSnapshot state, Case described) {
        return BUNDLE.upgrade(state, described.request(), described.admitted());
    }

    private static void fails(UpgradeOutcome outcome, String text, String place) {
        assertThat(outcome).as(place).isInstanceOf(UpgradeOutcome.Refused.class);
        String whole = "bundle `cert/x` rejected reconfiguration plan: runtime upgrade `U` " + text;
        ReconfigurationProblem refusal = ((UpgradeOutcome.Refused) outcome).refusal();
        assertThat(refusal.sentence()).as(place).isEqualTo(whole);
        assertThat(refusal.code()).isEqualTo("PLAN");
        assertThat(outcome.execution().artifacts())
                .as(place)
                .extracting(RuntimeUpgradeArtifact::phase)
                .containsExactly(TransitionPhase.STAGED, TransitionPhase.FAILED);
        assertThat(outcome.execution().artifacts().getLast().reason()).as(place).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile owner keep truth none - - - - | " + NO_STEPS,
                "mixed free keep reissue A q,p r,p - - | " + PUBLICATION,
                "mixed free keep reissue A p,q q - - | " + PUBLICATION,
                "mixed free drop reissue A - - o,n m,o | " + OBLIGATION,
                "profile-unsupported owner keep truth A - - - - | " + PROFILE,
                "mixed-without-contracts owner keep truth A - - - - | " + NO_CONTRACTS,
                "mixed-refused owner keep truth A - - - - | " + NOT_MIXED,
                "profile owner keep truth C,D - - - - | " + OWNERSHIP,
                "profile owner keep truth - - - - - | " + OWNERSHIP,
                "profile owner drop truth A - - - - | " + PENDING,
                "profile owner drop truth A p - - - | " + PENDING,
                "profile owner keep truth A p q - - | " + CONTINUITY,
                "profile owner keep truth A - q - - | " + CONTINUITY
            })
    void each_row_fails_with_its_text(String words, String text) {
        fails(upgrade(SEEDED, Case.of(words)), text, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile owner keep truth A - - - -",
                "mixed free keep reissue A q,p r - -",
                "mixed free drop reissue A - - o n",
                // The same name may stand for a publication here and for an obligation there.
                "mixed free drop reissue A x - - x",
                "mixed owner keep truth A - - - -",
                "profile owner keep truth B,C - - - -",
                "profile free keep truth C,D - - - -",
                "profile owner drop truth A - - o -",
                "profile owner drop truth A - - - o",
                "profile owner keep reissue A - q - -",
                "profile owner keep truth A q - - -"
            })
    void the_nearest_good_case_is_committed(String words) {
        assertThat(upgrade(SEEDED, Case.of(words))).as(words).isInstanceOf(UpgradeOutcome.Committed.class);
    }

    @Test
    void no_owner_can_stay_where_nobody_is() {
        fails(upgrade(Reconfiguration.UNSEEDED, Case.of("profile owner keep truth A - - - -")), OWNERSHIP, "unseeded");
    }

    /** Everything is wrong at first and is put right row by row. */
    @Test
    void the_first_broken_row_is_the_reason() {
        String[][] healing = {
            {"profile-unsupported owner drop truth none p p o o", NO_STEPS},
            {"profile-unsupported owner drop truth C p p o o", PUBLICATION},
            {"profile-unsupported owner drop truth C - p o o", OBLIGATION},
            {"profile-unsupported owner drop truth C - p - -", PROFILE},
            {"mixed-without-contracts owner drop truth C - p - -", NO_CONTRACTS},
            {"mixed-refused owner drop truth C - p - -", NOT_MIXED},
            {"profile owner drop truth C - p - -", OWNERSHIP},
            {"mixed owner drop truth C - p - -", OWNERSHIP},
            {"profile free drop truth C - p - -", PENDING},
            {"profile free keep truth C - p - -", CONTINUITY}
        };
        for (String[] row : healing) {
            fails(upgrade(SEEDED, Case.of(row[0])), row[1], row[0]);
        }
        assertThat(upgrade(SEEDED, Case.of("profile free keep truth C - - - -")))
                .isInstanceOf(UpgradeOutcome.Committed.class);
    }

    /** Only the first step has to keep an owner; what later steps lack is found when they are taken. */
    @Test
    void ownership_is_asked_of_the_first_step_alone() {
        Case first = Case.of("profile owner keep truth B - - - -");
        RuntimeUpgradeRequest request = first.request();
        ReconfigurationStep away = Case.step(List.of("Z"));
        RuntimeUpgradeRequest moved = new RuntimeUpgradeRequest(
                "U",
                new ReconfigurationPlan("P", List.of(request.plan().steps().getFirst(), away)),
                request.compatibility(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(BUNDLE.upgrade(SEEDED, moved, first.admitted()).state().activeMembers())
                .containsExactly("Z");
    }

    /** Against the table written out a second time, as plain conditions over the words. */
    @Test
    void random_requests_end_as_the_table_says() {
        long seed = 3105;
        SplittableRandom random = new SplittableRandom(seed);
        String[] constraints = {"profile", "profile-unsupported", "mixed", "mixed-refused", "mixed-without-contracts"};
        String[] lists = {"-", "-", "p", "q", "p,q"};
        TreeSet<String> met = new TreeSet<>();
        for (int i = 0; i < 4_000; i++) {
            Case drawn = new Case(
                    pick(random, constraints),
                    pick(random, "owner", "free"),
                    pick(random, "keep", "drop"),
                    pick(random, "truth", "reissue"),
                    pick(random, "none", "A", "A,B", "C", "B,C", "C"),
                    pick(random, lists),
                    pick(random, lists),
                    pick(random, lists),
                    pick(random, lists));
            boolean seeded = random.nextInt(5) != 0;
            String place = "seed " + seed + ", case " + i + ": " + drawn;
            Optional<String> expected = expected(drawn, seeded);
            UpgradeOutcome outcome = upgrade(seeded ? SEEDED : Reconfiguration.UNSEEDED, drawn);
            if (expected.isPresent()) {
                fails(outcome, expected.get(), place);
            } else {
                assertThat(outcome).as(place).isInstanceOf(UpgradeOutcome.Committed.class);
            }
            met.add(expected.orElse("committed"));
        }
        assertThat(met).hasSize(10);
    }

    private static String pick(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static Optional<String> expected(Case drawn, boolean seeded) {
        boolean shares =
                Arrays.stream(drawn.step().split(",", -1)).anyMatch(role -> "A".equals(role) || "B".equals(role));
        if (drawn.step().equals("none")) {
            return Optional.of(NO_STEPS);
        } else if (meet(drawn.carried(), drawn.invalidated())) {
            return Optional.of(PUBLICATION);
        } else if (meet(drawn.kept(), drawn.dropped())) {
            return Optional.of(OBLIGATION);
        } else if (drawn.constraint().equals("profile-unsupported")) {
            return Optional.of(PROFILE);
        } else if (drawn.constraint().equals("mixed-without-contracts")) {
            return Optional.of(NO_CONTRACTS);
        } else if (drawn.constraint().equals("mixed-refused")) {
            return Optional.of(NOT_MIXED);
        } else if (drawn.ownership().equals("owner") && !(seeded && shares)) {
            return Optional.of(OWNERSHIP);
        } else if (drawn.pending().equals("drop")
                && drawn.kept().equals("-")
                && drawn.dropped().equals("-")) {
            return Optional.of(PENDING);
        } else if (drawn.continuity().equals("truth") && !drawn.invalidated().equals("-")) {
            return Optional.of(CONTINUITY);
        }
        return Optional.empty();
    }

    private static boolean meet(String one, String other) {
        return (one.contains("p") && other.contains("p")) || (one.contains("q") && other.contains("q"));
    }
}
