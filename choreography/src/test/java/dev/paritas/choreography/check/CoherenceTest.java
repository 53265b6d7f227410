package dev.paritas.choreography.check;

import static dev.paritas.choreography.Notes.global;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.identity.ContentId;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of spec 11 §10.2, and its text taken literally. */
class CoherenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            μt.A→B{m.B→C{n.t}}                     | true  | true  | true  | false
            A→B{x.μt.B→C{n.t}}                     | true  | true  | true  | false
            μt.A→B{m.B→C{n.end}}                   | true  | true  | true  | true
            μt.A→B{c.t, s.end}                     | true  | true  | true  | true
            A→B{m.B→C{n.C→A{o.end}}}               | true  | true  | true  | true
            A→B{}                                  | false | true  | true  | true
            A→B{x.C→D{}}                           | false | true  | true  | false
            A→B{x.A→A{y.end}}                      | true  | false | true  | true
            A→B{x.end, x.end}                      | true  | true  | false | true
            A→B{x.C→D{m.end}, y.C→D{n.end}}        | true  | true  | true  | false
            A→B{x.B→C{m.end}, y.B→C{n.end}}        | true  | true  | true  | true
            A→B{m.u}                               | true  | true  | true  | true
            end                                    | true  | true  | true  | true
            """)
    void the_flags_are_the_published_ones(
            String type, boolean size, boolean action, boolean uniqLabels, boolean projectable) {
        Coherence flags = Coherence.of(global(type));
        assertThat(flags).isEqualTo(new Coherence(true, size, action, uniqLabels, projectable, true));
        assertThat(flags.isCoherent()).isEqualTo(size && action && uniqLabels && projectable);
    }

    @Test
    void the_refusal_of_open_terms_is_this_check_s_alone() {
        GlobalType loop = global("μt.A→B{m.B→C{n.t}}");
        assertThat(Projection.projectAll(loop)).hasSize(3);
        assertThat(Coherence.of(loop).projectable()).isFalse();
    }

    @Test
    void a_variant_of_a_known_identity_is_answered_by_the_first_one() {
        // E could not merge the two loops, whose binders have different names; the second answer is the first one's.
        GlobalType variants = global("A→B{x.μt.E→A{m.end}, y.μs.E→A{m.end}}");
        assertThat(Coherence.of(variants).projectable()).isTrue();
        assertThat(Merge.canMerge(
                        Projection.project(global("μt.E→A{m.end}"), "E"),
                        Projection.project(global("μs.E→A{m.end}"), "E")))
                .isFalse();
    }

    @Test
    void deep_protocols_are_judged_in_one_pass_per_role() {
        GlobalType chain = GlobalType.END;
        for (int i = 0; i < 10_000; i++) {
            chain = GlobalType.comm("R" + i % 5, "R" + (i + 1) % 5, "m" + i, chain);
        }
        assertThat(Coherence.of(chain).isCoherent()).isTrue();
    }

    @Test
    void generated_types_have_the_flag_that_the_literal_reading_gives() {
        int projectable = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
            boolean literal = type.roles().stream().allMatch(role -> new Literal(role).canProject(type));
            assertThat(Coherence.of(type).projectable())
                    .as("seed %d: %s", seed, type)
                    .isEqualTo(literal);
            projectable += literal ? 1 : 0;
        }
        assertThat(projectable).isBetween(500, 2_500);
    }

    /** Spec 11 §10.2, as it is written. */
    private static final class Literal {
        private final String role;
        private final Set<String> visited = new HashSet<>();
        private final Map<String, Optional<LocalType>> memo = new HashMap<>();

        Literal(String role) {
            this.role = role;
        }

        boolean canProject(GlobalType type) {
            String identity = type.allVarsBound() ? ContentId.of(type).hex() : type.debugText();
            if (!visited.add(identity)) {
                return true;
            }
            return switch (type) {
                case GlobalType.End _, GlobalType.Var _ -> true;
                case GlobalType.Mu mu -> canProject(mu.body());
                case GlobalType.Delegate _ -> false;
                case GlobalType.Comm comm -> {
                    boolean all = comm.branches().stream().allMatch(branch -> canProject(branch.continuation()));
                    boolean party =
                            comm.sender().equals(role) || comm.receiver().equals(role);
                    yield all && (party || merges(comm));
                }
            };
        }

        private boolean merges(GlobalType.Comm comm) {
            List<LocalType> locals = new ArrayList<>();
            for (GlobalType.Branch branch : comm.branches()) {
                GlobalType next = branch.continuation();
                if (!next.allVarsBound()) {
                    return false;
                }
                Optional<LocalType> local =
                        memo.computeIfAbsent(ContentId.of(next).hex(), _ -> projection(next));
                if (local.isEmpty()) {
                    return false;
                }
                locals.add(local.get());
            }
            try {
                Merge.mergeAll(locals);
                return true;
            } catch (ProblemException e) {
                e.only(MergeError.class);
                return false;
            }
        }

        private Optional<LocalType> projection(GlobalType type) {
            try {
                return Optional.of(Projection.project(type, role));
            } catch (ProblemException e) {
                e.only(ProjectionError.class);
                return Optional.empty();
            }
        }
    }
}
