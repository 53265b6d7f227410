package dev.paritas.model.validator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.runtime.Reconfiguration;
import dev.paritas.admission.runtime.ReconfigurationProblem;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of membership as the validator judges them, and as the runtime makes them (spec 32 §7, 31 §10.1). */
class TransitionVerdictTest {
    private static final List<String> NAMES = List.of("Alice", "Bob", "Carol", "é", "\uffff", "\ud83d\ude00");

    private static TransitionVerdict verdict(String payload) {
        return TransitionVerdict.of(Json.singleQuoted(payload));
    }

    @Test
    void the_published_example_is_accepted_with_its_event() {
        assertThat(verdict("{'artifact_id':'cert/bridge-reconfig-lean','policy':{'dynamic_membership':true,"
                        + "'overlap_required':true},'starting_epoch':0,'previous_members':['Carol','Alice','Bob'],"
                        + "'next_members':['Bob','Dora','Carol']}"))
                .isEqualTo(new TransitionVerdict(
                        "cert/bridge-reconfig-lean",
                        BigInteger.ONE,
                        List.of("Alice", "Bob", "Carol"),
                        List.of("Bob", "Carol", "Dora"),
                        List.of("Dora"),
                        List.of("Alice"),
                        true,
                        true,
                        true,
                        List.of()));
    }

    @Test
    void an_empty_membership_has_two_objections_and_an_event() {
        TransitionVerdict verdict = verdict("{'policy':{'dynamic_membership':true,'overlap_required':true},"
                + "'previous_members':['B','A'],'next_members':[]}");
        assertThat(verdict.issues())
                .containsExactly(TransitionVerdict.EMPTY_MEMBERSHIP, TransitionVerdict.OVERLAP_REQUIRED);
        assertThat(verdict.addedMembers()).isEmpty();
        assertThat(verdict.removedMembers()).containsExactly("A", "B");
        assertThat(verdict.overlapPreserved()).isFalse();
    }

    @Test
    void the_objections_are_the_published_ones_in_order() {
        assertThat(verdict("{'policy':{'overlap_required':true},'previous_members':['A']}")
                        .issues())
                .containsExactly(
                        new ValidatorIssue(
                                "reconfiguration.disabled",
                                "policy.dynamic_membership",
                                "dynamic membership must be enabled for a reconfiguration transition"),
                        new ValidatorIssue(
                                "reconfiguration.empty_membership",
                                "next_members",
                                "reconfiguration transitions must preserve a non-empty membership set"),
                        new ValidatorIssue(
                                "reconfiguration.overlap_required",
                                "next_members",
                                "overlap-required reconfiguration transitions must preserve at least one member"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "7",
                "{'artifact_id':7,'policy':'x','starting_epoch':'3','previous_members':{},'next_members':['A',7]}",
                "{'artifact_id':null,'policy':{'dynamic_membership':'true'},'starting_epoch':2.5,'next_members':'A'}",
                "{'starting_epoch':-1,'previous_members':[['A']]}"
            })
    void what_is_absent_or_ill_typed_has_its_default(String payload) {
        assertThat(verdict(payload))
                .isEqualTo(new TransitionVerdict(
                        "reconfiguration",
                        BigInteger.ONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        false,
                        false,
                        List.of(TransitionVerdict.DISABLED, TransitionVerdict.EMPTY_MEMBERSHIP)));
    }

    @Test
    void members_are_sorted_by_code_point_and_counted_once() {
        TransitionVerdict verdict = verdict("{'previous_members':['\ud83d\ude00','b','\uffff','b','a'],"
                + "'next_members':['\ud83d\ude00','\ue000','\ud83d\ude00']}");
        assertThat(verdict.previousMembers()).containsExactly("a", "b", "\uffff", "\ud83d\ude00");
        assertThat(verdict.nextMembers()).containsExactly("\ue000", "\ud83d\ude00");
        assertThat(verdict.addedMembers()).containsExactly("\ue000");
        assertThat(verdict.removedMembers()).containsExactly("a", "b", "\uffff");
    }

    @Test
    void the_epoch_after_the_largest_word_is_one_more() {
        assertThat(verdict("{'starting_epoch':18446744073709551615}").epoch()).isEqualTo(BigInteger.TWO.pow(64));
    }

    /**
     * {@code Transition.isAccepted_iff}: accepted exactly when changes are allowed, somebody is left, and somebody stays
     * where that is required. {@code Transition.accepted_keeps_member}: then an accepted change keeps a member.
     * {@code Transition.mem_added}, {@code mem_removed}, {@code mem_next_iff}: added are the new ones, removed those who
     * left. {@code Transition.event_ascending}: the lists ascend and repeat nobody.
     */
    @Test
    void a_verdict_says_who_came_who_left_and_whether_somebody_stays() {
        SplittableRandom random = new SplittableRandom(3208);
        for (int i = 0; i < 2_000; i++) {
            String place = "seed 3208, case " + i;
            List<String> previous = some(random, 0);
            List<String> next = some(random, 0);
            ReconfigurationPolicy policy = new ReconfigurationPolicy(random.nextInt(4) != 0, random.nextBoolean());
            TransitionVerdict verdict = TransitionVerdict.of(request(policy, 0, previous, next));
            Set<String> stay = new HashSet<>(previous);
            stay.retainAll(next);
            boolean keeps = !policy.overlapRequired() || previous.isEmpty() || !stay.isEmpty();
            assertThat(verdict.issues().isEmpty())
                    .as(place)
                    .isEqualTo(policy.dynamicMembership() && !next.isEmpty() && keeps);
            Set<String> added = new HashSet<>(next);
            previous.forEach(added::remove);
            Set<String> removed = new HashSet<>(previous);
            next.forEach(removed::remove);
            assertAscending(place, verdict.previousMembers(), previous);
            assertAscending(place, verdict.nextMembers(), next);
            assertAscending(place, verdict.addedMembers(), added);
            assertAscending(place, verdict.removedMembers(), removed);
        }
    }

    private static void assertAscending(String place, List<String> list, Collection<String> members) {
        assertThat(list)
                .as(place)
                .isSortedAccordingTo(Comparator.comparingInt(NAMES::indexOf))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(members));
    }

    /** {@code Transition.Same.event}, {@code Same.broken}: order and repetitions of members change nothing. */
    @Test
    void order_and_repetitions_of_members_change_nothing() {
        Random random = new Random(3209);
        SplittableRandom members = new SplittableRandom(3209);
        for (int i = 0; i < 500; i++) {
            List<String> previous = some(members, 0);
            List<String> next = some(members, 0);
            ReconfigurationPolicy policy = new ReconfigurationPolicy(random.nextBoolean(), random.nextBoolean());
            assertThat(TransitionVerdict.of(request(policy, i, shuffled(previous, random), shuffled(next, random))))
                    .as("seed 3209, case %d", i)
                    .isEqualTo(TransitionVerdict.of(request(policy, i, previous, next)));
        }
    }

    private static List<String> shuffled(List<String> members, Random random) {
        List<String> more = new ArrayList<>(members);
        more.addAll(members.subList(0, members.size() / 2));
        Collections.shuffle(more, random);
        return more;
    }

    /** {@code Membership.reconfigure_eq}: the runtime's error is the validator's first, or both make one event. */
    @Test
    void validator_and_runtime_accept_the_same_changes_with_equal_events() {
        long seed = 3207;
        SplittableRandom random = new SplittableRandom(seed);
        int accepted = 0;
        for (int i = 0; i < 3_000; i++) {
            List<String> previous = some(random, 1);
            List<String> next = some(random, 0);
            ReconfigurationPolicy policy = new ReconfigurationPolicy(random.nextInt(4) != 0, random.nextBoolean());
            String place = "seed " + seed + ", case " + i;
            Reconfiguration runtime = new Reconfiguration("cert/x", Optional.of(policy));
            ReconfigurationSnapshot state = runtime.seed(previous);
            TransitionVerdict verdict = TransitionVerdict.of(request(policy, 0, previous, next));
            try {
                ReconfigurationEvent event =
                        runtime.reconfigure(state, next).history().getLast();
                assertThat(verdict.issues()).as(place).isEmpty();
                assertThat(event(verdict)).as(place).isEqualTo(event);
                accepted++;
            } catch (ProblemException e) {
                String expected = switch (e.only(ReconfigurationProblem.class).kind()) {
                    case DISABLED -> "reconfiguration.disabled";
                    case EMPTY -> "reconfiguration.empty_membership";
                    case DISJOINT -> "reconfiguration.overlap_required";
                    case PLAN -> "no plan was given";
                };
                assertThat(verdict.issues().getFirst().code()).as(place).isEqualTo(expected);
            }
        }
        assertThat(accepted).isBetween(500, 2_500);
    }

    private static ReconfigurationEvent event(TransitionVerdict verdict) {
        return new ReconfigurationEvent(
                verdict.artifactId(),
                verdict.epoch().longValueExact(),
                verdict.previousMembers(),
                verdict.nextMembers(),
                verdict.addedMembers(),
                verdict.removedMembers(),
                verdict.overlapPreserved(),
                verdict.dynamicMembership(),
                verdict.overlapRequired());
    }

    private static JsonValue request(
            ReconfigurationPolicy policy, long epoch, List<String> previous, List<String> next) {
        return new JsonValue.Obj(Map.of(
                "artifact_id",
                new JsonValue.Text("cert/x"),
                "policy",
                ReconfigurationPolicy.CODEC.toTree(policy),
                "starting_epoch",
                JsonValue.Num.of(epoch),
                "previous_members",
                texts(previous),
                "next_members",
                texts(next)));
    }

    private static JsonValue texts(List<String> texts) {
        return new JsonValue.Array(
                texts.stream().<JsonValue>map(JsonValue.Text::new).toList());
    }

    private static List<String> some(SplittableRandom random, int least) {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(least, 4); i > 0; i--) {
            members.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        return members;
    }
}
