package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.ValType;
import org.jspecify.annotations.Nullable;

/** Why two local types have no merge, with the reference's sentence and debug text (spec 11 §3.4). */
public sealed interface MergeError extends Problem {
    String debugText();

    /**
     * One type ended, the other goes on.
     *
     * @param other the one that is not end
     */
    record EndMismatch(LocalType other) implements MergeError {
        @Override
        public String sentence() {
            return "cannot merge end with non-end type: " + other.debugText();
        }

        @Override
        public String debugText() {
            return DebugText.tuple("EndMismatch", other.debugText());
        }
    }

    /** Both choices have the same direction and another partner. */
    record PartnerMismatch(String expected, String found) implements MergeError {
        @Override
        public String sentence() {
            return "partner mismatch in merge: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("PartnerMismatch", "expected", expected, "found", found);
        }
    }

    /** A send met a receive. */
    record DirectionMismatch() implements MergeError {
        @Override
        public String sentence() {
            return "direction mismatch in merge: cannot merge send with recv";
        }

        @Override
        public String debugText() {
            return "DirectionMismatch";
        }
    }

    /** Branches of one label do not merge, or their sorts differ. */
    record IncompatibleContinuations(String label) implements MergeError {
        @Override
        public String sentence() {
            return "incompatible continuations for label '" + label + "'";
        }

        @Override
        public String debugText() {
            return DebugText.struct("IncompatibleContinuations", "label", DebugText.quoted(label));
        }
    }

    /** Branches of one label carry different annotations. */
    record PayloadAnnotationMismatch(
            String label, @Nullable ValType left, @Nullable ValType right) implements MergeError {
        @Override
        public String sentence() {
            return "payload annotation mismatch for label '" + label + "': left=" + annotation(left) + ", right="
                    + annotation(right);
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "PayloadAnnotationMismatch",
                    "label",
                    DebugText.quoted(label),
                    "left",
                    DebugText.quoted(annotation(left)),
                    "right",
                    DebugText.quoted(annotation(right)));
        }

        /** Both are texts already when the reference keeps them, so its debug text quotes them. */
        private static String annotation(@Nullable ValType type) {
            return DebugText.option(type == null ? null : type.debugText());
        }
    }

    /** Two sends offer different labels. */
    record SendLabelMismatch(String left, String right) implements MergeError {
        @Override
        public String sentence() {
            return "send branch label mismatch: cannot merge sends with different labels '" + left + "' vs '" + right
                    + "'";
        }

        @Override
        public String debugText() {
            return pair("SendLabelMismatch", "left", left, "right", right);
        }
    }

    /** Two sends offer different numbers of labels. */
    record SendBranchCountMismatch(int left, int right) implements MergeError {
        @Override
        public String sentence() {
            return "send branch count mismatch: " + left + " labels vs " + right + " labels";
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "SendBranchCountMismatch", "left", Integer.toString(left), "right", Integer.toString(right));
        }
    }

    /** Binders have different names; nothing is renamed. */
    record RecursiveVariableMismatch(String expected, String found) implements MergeError {
        @Override
        public String sentence() {
            return "recursive variable mismatch: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("RecursiveVariableMismatch", "expected", expected, "found", found);
        }
    }

    /** Variables have different names. */
    record VariableMismatch(String expected, String found) implements MergeError {
        @Override
        public String sentence() {
            return "type variable mismatch: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("VariableMismatch", "expected", expected, "found", found);
        }
    }

    /** Any other pair of constructors, and the merge of nothing. */
    record IncompatibleTypes() implements MergeError {
        @Override
        public String sentence() {
            return "cannot merge incompatible types";
        }

        @Override
        public String debugText() {
            return "IncompatibleTypes";
        }
    }

    private static String pair(String name, String first, String left, String second, String right) {
        return DebugText.struct(name, first, DebugText.quoted(left), second, DebugText.quoted(right));
    }
}
