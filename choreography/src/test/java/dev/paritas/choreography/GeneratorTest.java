package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.generate.Shrinking;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Properties over generated protocols; seeds 0..999, named in every failure. */
class GeneratorTest {
    private static final int SEEDS = 1000;

    private static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static GlobalType any(long seed) {
        return ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
    }

    private static GlobalType valid(long seed) {
        return ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
    }

    @Test
    void one_seed_gives_one_protocol() {
        assertThat(any(7)).isEqualTo(any(7));
        assertThat(seeds().mapToObj(GeneratorTest::any).distinct().count()).isGreaterThan(SEEDS / 2);
    }

    @Test
    void valid_protocols_are_well_formed_and_the_others_are_a_mixture() {
        seeds().forEach(seed -> assertThat(valid(seed).wellFormed())
                .as("seed %d: %s", seed, valid(seed))
                .isTrue());
        assertThat(seeds().filter(seed -> any(seed).wellFormed()).count()).isBetween(100L, 900L);
    }

    @Test
    void every_kind_of_node_sort_and_refusal_occurs() {
        Set<String> seen = new HashSet<>();
        seeds().forEach(seed -> {
            GlobalType type = any(seed);
            String text = type.debugText();
            for (String word : List.of("Mu {", "Comm {", "Var(", "Vector(", "Prod(", "Real", "branches: []", "記録")) {
                if (text.contains(word)) {
                    seen.add(word);
                }
            }
            type.validate().errors().forEach(error -> seen.add(error.getClass().getSimpleName()));
            for (String role : type.roles()) {
                try {
                    Projection.project(type, role);
                    seen.add("projects");
                } catch (ProblemException e) {
                    seen.add(e.only(ProjectionError.class).code());
                }
            }
        });
        assertThat(seen)
                .contains("Mu {", "Comm {", "Var(", "Vector(", "Prod(", "Real", "branches: []", "記録")
                .contains(
                        "UnboundVariable", "EmptyBranches", "SelfCommunication", "UnguardedRecursion", "DuplicateLabel")
                .contains("projects", "EMPTY_BRANCHES", "MERGE_FAILURE");
    }

    @Test
    void export_then_import_is_the_identity_for_all_readers() {
        seeds().forEach(seed -> {
            GlobalType type = any(seed);
            String text = JsonOutput.compactText(TypeCodec.GLOBAL, type);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

            assertThat(TypeReader.global().read(utf8)).as("seed %d", seed).isEqualTo(type);
            assertThat(TypeReader.global().read(JsonOutput.prettyText(TypeCodec.GLOBAL, type)))
                    .as("seed %d, pretty", seed)
                    .isEqualTo(type);
            assertThat(ModelTypeReader.global().decode(ModelTypeReader.parse(utf8)))
                    .as("seed %d, lenient", seed)
                    .isEqualTo(type);
            assertThat(JsonOutput.compactText(
                            TypeCodec.GLOBAL, TypeReader.global().read(text)))
                    .isEqualTo(text);
        });
    }

    /** {@code GlobalType.project_eq_trans_of_linear}: without choices, both projections are the same for every role. */
    @Test
    void both_projections_agree_on_two_parties_and_on_single_branches() {
        GeneratorOptions pair = GeneratorOptions.VALID.withRoles(2, 2);
        GeneratorOptions line = GeneratorOptions.VALID.withSize(8, 1, 30);
        for (GeneratorOptions options : List.of(pair, line)) {
            seeds().forEach(seed -> {
                GlobalType type = ProtocolGenerator.generate(options, seed);
                Projection.projectAll(type)
                        .forEach((role, local) -> assertThat(local)
                                .as("seed %d, %s of %s", seed, role, type)
                                .isEqualTo(CandidateProjection.trans(type, role)));
            });
        }
    }

    /** {@code merge_self}: equal types merge to themselves, with their branch order. */
    @Test
    void merging_a_type_with_an_equal_one_changes_nothing() {
        seeds().forEach(seed -> {
            GlobalType type = valid(seed);
            GlobalType again = valid(seed);
            for (String role : type.roles()) {
                LocalType local = CandidateProjection.trans(type, role);
                assertThat(Merge.merge(local, CandidateProjection.trans(again, role)))
                        .as("seed %d, %s", seed, role)
                        .isSameAs(local);
            }
        });
    }

    @Test
    void a_role_never_talks_to_itself_and_keeps_its_labels_in_order() {
        seeds().forEach(seed -> {
            GlobalType type = valid(seed);
            for (String role : type.roles()) {
                LocalType local = CandidateProjection.trans(type, role);
                assertThat(local.partners()).as("seed %d", seed).doesNotContain(role);
                if (type instanceof GlobalType.Comm comm
                        && (comm.sender().equals(role) || comm.receiver().equals(role))) {
                    assertThat(local.headLabels()).isEqualTo(type.headLabels());
                }
            }
        });
    }

    @Test
    void every_shrinking_step_is_smaller() {
        seeds().limit(200).forEach(seed -> {
            GlobalType type = any(seed);
            assertThat(Shrinking.candidates(type))
                    .as("seed %d: %s", seed, type)
                    .allMatch(candidate -> Shrinking.size(candidate) < Shrinking.size(type));
        });
    }

    @Test
    void minimising_finds_the_smallest_conflict() {
        List<GlobalType> smallest = new ArrayList<>();
        seeds().limit(300).filter(seed -> conflicts(any(seed))).forEach(seed -> {
            GlobalType minimal = Shrinking.minimise(any(seed), GeneratorTest::conflicts);
            assertThat(conflicts(minimal)).as("seed %d", seed).isTrue();
            assertThat(Shrinking.candidates(minimal)).as("seed %d", seed).noneMatch(GeneratorTest::conflicts);
            smallest.add(minimal);
        });
        assertThat(smallest).hasSizeGreaterThan(10).allMatch(type -> type.depth() <= 4);
    }

    private static boolean conflicts(GlobalType type) {
        return type.roles().stream().anyMatch(role -> {
            try {
                Projection.project(type, role);
                return false;
            } catch (ProblemException e) {
                return e.only(ProjectionError.class) instanceof ProjectionError.MergeFailure;
            }
        });
    }
}
