package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.ValType;
import org.jspecify.annotations.Nullable;

/** Why two local types have no merge, with the reference's sentence and debug text (spec 11 §3.4). */
public sealed interface MergeError {
    /** Stable codes: scripts key on the name. */
    enum Code {
        /** One type ended, the other goes on. */
        END_MISMATCH,
        /** Both choices have the same direction and another partner. */
        PARTNER_MISMATCH,
        /** A send met a receive. */
        DIRECTION_MISMATCH,
        /** Branches of one label do not merge, or their sorts differ. */
        INCOMPATIBLE_CONTINUATIONS,
        /** Branches of one label carry different annotations. */
        PAYLOAD_ANNOTATION_MISMATCH,
        /** Two sends offer different labels. */
        SEND_LABEL_MISMATCH,
        /** Two sends offer different numbers of labels. */
        SEND_BRANCH_COUNT_MISMATCH,
        /** Binders have different names; nothing is renamed. */
        RECURSIVE_VARIABLE_MISMATCH,
        /** Variables have different names. */
        VARIABLE_MISMATCH,
        /** Any other pair of constructors, and the merge of nothing. */
        INCOMPATIBLE_TYPES
    }

    Code code();

    String message();

    String debugText();

    /** @param other the one that is not end */
    record EndMismatch(LocalType other) implements MergeError {
        @Override
        public Code code() {
            return Code.END_MISMATCH;
        }

        @Override
        public String message() {
            return "cannot merge end with non-end type: " + other.debugText();
        }

        @Override
        public String debugText() {
            return DebugText.tuple("EndMismatch", other.debugText());
        }
    }

    record PartnerMismatch(String expected, String found) implements MergeError {
        @Override
        public Code code() {
            return Code.PARTNER_MISMATCH;
        }

        @Override
        public String message() {
            return "partner mismatch in merge: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("PartnerMismatch", "expected", expected, "found", found);
        }
    }

    record DirectionMismatch() implements MergeError {
        @Override
        public Code code() {
            return Code.DIRECTION_MISMATCH;
        }

        @Override
        public String message() {
            return "direction mismatch in merge: cannot merge send with recv";
        }

        @Override
        public String debugText() {
            return "DirectionMismatch";
        }
    }

    record IncompatibleContinuations(String label) implements MergeError {
        @Override
        public Code code() {
            return Code.INCOMPATIBLE_CONTINUATIONS;
        }

        @Override
        public String message() {
            return "incompatible continuations for label '" + label + "'";
        }

        @Override
        public String debugText() {
            return DebugText.struct("IncompatibleContinuations", "label", DebugText.quoted(label));
        }
    }

    record PayloadAnnotationMismatch(
            String label, @Nullable ValType left, @Nullable ValType right) implements MergeError {
        @Override
        public Code code() {
            return Code.PAYLOAD_ANNOTATION_MISMATCH;
        }

        @Override
        public String message() {
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

    record SendLabelMismatch(String left, String right) implements MergeError {
        @Override
        public Code code() {
            return Code.SEND_LABEL_MISMATCH;
        }

        @Override
        public String message() {
            return "send branch label mismatch: cannot merge sends with different labels '" + left + "' vs '" + right
                    + "'";
        }

        @Override
        public String debugText() {
            return pair("SendLabelMismatch", "left", left, "right", right);
        }
    }

    record SendBranchCountMismatch(int left, int right) implements MergeError {
        @Override
        public Code code() {
            return Code.SEND_BRANCH_COUNT_MISMATCH;
        }

        @Override
        public String message() {
            return "send branch count mismatch: " + left + " labels vs " + right + " labels";
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "SendBranchCountMismatch", "left", Integer.toString(left), "right", Integer.toString(right));
        }
    }

    record RecursiveVariableMismatch(String expected, String found) implements MergeError {
        @Override
        public Code code() {
            return Code.RECURSIVE_VARIABLE_MISMATCH;
        }

        @Override
        public String message() {
            return "recursive variable mismatch: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("RecursiveVariableMismatch", "expected", expected, "found", found);
        }
    }

    record VariableMismatch(String expected, String found) implements MergeError {
        @Override
        public Code code() {
            return Code.VARIABLE_MISMATCH;
        }

        @Override
        public String message() {
            return "type variable mismatch: expected " + expected + ", found " + found;
        }

        @Override
        public String debugText() {
            return pair("VariableMismatch", "expected", expected, "found", found);
        }
    }

    record IncompatibleTypes() implements MergeError {
        @Override
        public Code code() {
            return Code.INCOMPATIBLE_TYPES;
        }

        @Override
        public String message() {
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
