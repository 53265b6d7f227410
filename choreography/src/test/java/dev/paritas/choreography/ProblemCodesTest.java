package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ImportError;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.projection.SourceProjectionError;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts key on codes, and a code is the name of a record: whoever renames one changes what users were promised. */
class ProblemCodesTest {
    private static void assertCodes(Class<? extends Problem> family, List<Problem> problems, String... codes) {
        assertThat(problems).extracting(Problem::code).containsExactly(codes);
        assertThat(problems).allMatch(family::isInstance).hasSameSizeAs(family.getPermittedSubclasses());
    }

    @Test
    void documents() {
        assertCodes(
                ImportError.class,
                List.of(
                        new ImportError.MissingField("f"),
                        new ImportError.InvalidKind("k"),
                        new ImportError.InvalidSort("s"),
                        new ImportError.ExpectedString("1"),
                        new ImportError.ExpectedArray("1"),
                        new ImportError.ExpectedObject("1"),
                        new ImportError.UnexpectedField("c", "f"),
                        new ImportError.InputTooLarge(2, 1),
                        new ImportError.InputTooDeep(),
                        new ImportError.DuplicateField("f")),
                "MISSING_FIELD",
                "INVALID_KIND",
                "INVALID_SORT",
                "EXPECTED_STRING",
                "EXPECTED_ARRAY",
                "EXPECTED_OBJECT",
                "UNEXPECTED_FIELD",
                "INPUT_TOO_LARGE",
                "INPUT_TOO_DEEP",
                "DUPLICATE_FIELD");
    }

    @Test
    void sources() {
        assertCodes(
                LoweringError.class,
                List.of(
                        new LoweringError.UnsupportedFeature("Loop", ""),
                        new LoweringError.EmptyChoice(),
                        new LoweringError.InvalidChoice("l"),
                        new LoweringError.InconsistentReceivers("A", "B", "l")),
                "UNSUPPORTED_FEATURE",
                "EMPTY_CHOICE",
                "INVALID_CHOICE",
                "INCONSISTENT_RECEIVERS");
        assertCodes(
                SourceProjectionError.class,
                List.of(
                        new SourceProjectionError.InconsistentParallel(),
                        new SourceProjectionError.DynamicRoleProjection("A"),
                        new SourceProjectionError.UnboundSymbolic("n"),
                        new SourceProjectionError.MergeFailure(""),
                        new SourceProjectionError.UnsupportedAuthorityConstruct("begin"),
                        new SourceProjectionError.NotRead("Loop")),
                "INCONSISTENT_PARALLEL",
                "DYNAMIC_ROLE_PROJECTION",
                "UNBOUND_SYMBOLIC",
                "MERGE_FAILURE",
                "UNSUPPORTED_AUTHORITY_CONSTRUCT",
                "NOT_READ");
    }

    @Test
    void projections() {
        assertCodes(
                ProjectionError.class,
                List.of(
                        new ProjectionError.EmptyBranches("A", "B"),
                        new ProjectionError.MergeFailure("A", new MergeError.IncompatibleTypes()),
                        new ProjectionError.Delegation("A", "B")),
                "EMPTY_BRANCHES",
                "MERGE_FAILURE",
                "DELEGATION");
        assertCodes(
                MergeError.class,
                List.of(
                        new MergeError.EndMismatch(LocalType.END),
                        new MergeError.PartnerMismatch("A", "B"),
                        new MergeError.DirectionMismatch(),
                        new MergeError.IncompatibleContinuations("l"),
                        new MergeError.PayloadAnnotationMismatch("l", null, ValType.NAT),
                        new MergeError.SendLabelMismatch("l", "m"),
                        new MergeError.SendBranchCountMismatch(1, 2),
                        new MergeError.RecursiveVariableMismatch("s", "t"),
                        new MergeError.VariableMismatch("s", "t"),
                        new MergeError.IncompatibleTypes()),
                "END_MISMATCH",
                "PARTNER_MISMATCH",
                "DIRECTION_MISMATCH",
                "INCOMPATIBLE_CONTINUATIONS",
                "PAYLOAD_ANNOTATION_MISMATCH",
                "SEND_LABEL_MISMATCH",
                "SEND_BRANCH_COUNT_MISMATCH",
                "RECURSIVE_VARIABLE_MISMATCH",
                "VARIABLE_MISMATCH",
                "INCOMPATIBLE_TYPES");
    }
}
