package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.PayloadValidationMode;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import org.jspecify.annotations.Nullable;

/** Payload hardening at the communication boundary (spec 20 §15.3). */
final class PayloadCheck {
    private final PayloadValidationMode mode;
    private final long maxBytes;

    PayloadCheck(MachineConfig config) {
        this.mode = config.payloadValidationMode();
        this.maxBytes = config.maxPayloadBytes();
    }

    /**
     * Faults on a payload that is too large or of the wrong type.
     *
     * @param context {@code send}, {@code receive}, {@code offer} or {@code choose}
     * @param strict whether the strict mode demands a declared type here
     */
    void check(String role, String context, String label, Value payload, @Nullable ValType expected, boolean strict) {
        if (mode == PayloadValidationMode.OFF) {
            return;
        }
        long size = payload.wireSize();
        if (Long.compareUnsigned(size, maxBytes) > 0) {
            ValType actual = payload.type();
            throw violation(
                    expected == null ? actual : expected,
                    actual,
                    subject(role, context, label) + " exceeds max_payload_bytes=" + Long.toUnsignedString(maxBytes)
                            + " (actual=" + Long.toUnsignedString(size) + ")");
        }
        if (expected != null) {
            if (!expected.matches(payload)) {
                throw violation(
                        expected,
                        payload.type(),
                        subject(role, context, label) + " violated expected type " + expected.debugText());
            }
        } else if (strict && mode == PayloadValidationMode.STRICT_SCHEMA) {
            throw violation(
                    ValType.UNIT,
                    payload.type(),
                    subject(role, context, label) + " requires explicit ValType annotation in strict_schema mode");
        }
    }

    private static String subject(String role, String context, String label) {
        return role + ": " + context + " payload '" + label + "'";
    }

    private static FaultSignal violation(ValType expected, ValType actual, String message) {
        return new FaultSignal(new Fault.TypeViolation(expected, actual, message));
    }
}
