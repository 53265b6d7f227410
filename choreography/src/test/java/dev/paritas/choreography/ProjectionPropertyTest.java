package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is proved of projections, on generated protocols; every failure names its seed. */
class ProjectionPropertyTest {
    private static final int SEEDS = 1000;

    /** Small enough that a third role's branches often fit together. */
    private static final GeneratorOptions THREE =
            GeneratorOptions.VALID.withRoles(3, 3).withSize(3, 2, 5);

    private static Optional<LocalType> projected(GlobalType type, String role) {
        try {
            return Optional.of(Projection.project(type, role));
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Optional.empty();
        }
    }

    /** {@code GlobalType.project_dual}: in a conversation of two, one projection is the dual of the other. */
    @Test
    void the_two_projections_of_a_conversation_are_duals() {
        GeneratorOptions pair = GeneratorOptions.VALID.withRoles(2, 2);
        int talks = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            GlobalType type = ProtocolGenerator.generate(pair, seed);
            List<String> roles = List.copyOf(type.roles());
            if (roles.size() == 2) {
                LocalType one = Projection.project(type, roles.get(0));
                assertThat(Projection.project(type, roles.get(1)))
                        .as("seed %d: %s", seed, type)
                        .isEqualTo(towards(roles.get(0), one.dual()));
                talks++;
            }
        }
        assertThat(talks).isGreaterThan(SEEDS / 2);
    }

    /** {@return the same behaviour towards {@code partner}} */
    private static LocalType towards(String partner, LocalType type) {
        return switch (type) {
            case LocalType.End _, LocalType.Var _ -> type;
            case LocalType.Mu(String var, LocalType body) -> new LocalType.Mu(var, towards(partner, body));
            case LocalType.Send send -> new LocalType.Send(partner, towards(partner, send.branches()));
            case LocalType.Recv recv -> new LocalType.Recv(partner, towards(partner, recv.branches()));
        };
    }

    private static List<LocalType.Branch> towards(String partner, List<LocalType.Branch> branches) {
        return branches.stream()
                .map(branch -> new LocalType.Branch(branch.label(), towards(partner, branch.continuation())))
                .toList();
    }

    /**
     * {@code GlobalType.project_eq_trans}: where a role that does not see a choice does the same in every branch, the
     * canonical projection exists and is the candidate. {@code GlobalType.trans_within_project}: elsewhere it offers
     * every branch of the candidate, if it exists.
     */
    @Test
    void the_canonical_projection_is_the_candidate_or_offers_more() {
        int unseen = 0;
        int more = 0;
        for (long seed = 0; seed < 4 * SEEDS; seed++) {
            GlobalType type = ProtocolGenerator.generate(seed < SEEDS ? GeneratorOptions.VALID : THREE, seed);
            for (String role : type.roles()) {
                LocalType candidate = CandidateProjection.trans(type, role);
                Optional<LocalType> canonical = projected(type, role);
                if (uniform(type, role)) {
                    assertThat(canonical)
                            .as("seed %d, %s of %s", seed, role, type)
                            .contains(candidate);
                    unseen += seesAll(type, role) ? 0 : 1;
                } else if (canonical.isPresent()) {
                    assertThat(Within.holds(candidate, canonical.get()))
                            .as("seed %d, %s of %s", seed, role, type)
                            .isTrue();
                    more += canonical.get().equals(candidate) ? 0 : 1;
                }
            }
        }
        assertThat(unseen).as("roles that do not see a choice").isGreaterThan(50);
        assertThat(more).as("projections wider than the candidate").isGreaterThan(10);
    }

    /** {@code GlobalType.partners_trans}: a candidate projection talks only to roles of the protocol. */
    @Test
    void a_candidate_talks_to_roles_of_the_protocol_only() {
        for (long seed = 0; seed < SEEDS; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
            for (String role : type.roles()) {
                assertThat(type.roles())
                        .as("seed %d, %s of %s", seed, role, type)
                        .containsAll(CandidateProjection.trans(type, role).partners());
            }
        }
    }

    /** {@return the condition of spec 11 §5} */
    private static boolean uniform(GlobalType type, String role) {
        return switch (type) {
            case GlobalType.End _, GlobalType.Var _ -> true;
            case GlobalType.Mu mu -> uniform(mu.body(), role);
            case GlobalType.Delegate _ -> false;
            case GlobalType.Comm comm ->
                !comm.branches().isEmpty()
                        && comm.branches().stream().allMatch(branch -> uniform(branch.continuation(), role))
                        && (sees(comm, role)
                                || comm.branches().stream()
                                                .map(branch -> CandidateProjection.trans(branch.continuation(), role))
                                                .distinct()
                                                .count()
                                        == 1);
        };
    }

    private static boolean seesAll(GlobalType type, String role) {
        return switch (type) {
            case GlobalType.End _, GlobalType.Var _, GlobalType.Delegate _ -> true;
            case GlobalType.Mu mu -> seesAll(mu.body(), role);
            case GlobalType.Comm comm ->
                (comm.branches().size() == 1 || sees(comm, role))
                        && comm.branches().stream().allMatch(branch -> seesAll(branch.continuation(), role));
        };
    }

    private static boolean sees(GlobalType.Comm comm, String role) {
        return comm.sender().equals(role) || comm.receiver().equals(role);
    }
}
