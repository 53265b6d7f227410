package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.ValType;

/** Why a coroutine of dialect L ended; the text is the {@code reason} of the faulted event (spec 22 §7.4). */
sealed interface ModelFault {
    String text();

    record TypeViolation(ValType expected, ValType actual) implements ModelFault {
        @Override
        public String text() {
            return "type_violation:" + ModelTypeText.of(expected) + "->" + ModelTypeText.of(actual);
        }
    }

    record UnknownLabel(String label) implements ModelFault {
        @Override
        public String text() {
            return "unknown_label:" + label;
        }
    }

    record InvokeFault(String message) implements ModelFault {
        @Override
        public String text() {
            return "invoke_fault:" + message;
        }
    }

    record CloseFault(String message) implements ModelFault {
        @Override
        public String text() {
            return "close_fault:" + message;
        }
    }

    record SpecFault(String message) implements ModelFault {
        @Override
        public String text() {
            return "spec_fault:" + message;
        }
    }
}
