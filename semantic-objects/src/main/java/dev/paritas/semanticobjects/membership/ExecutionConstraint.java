package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which execution profile an upgrade keeps (spec 31 §10.5). */
public enum ExecutionConstraint {
    PRESERVE_BUNDLE_PROFILE,
    MIXED_DETERMINISM_ALLOWED;

    public static final WordCodec<ExecutionConstraint> CODEC = WordCodec.snakeCase(ExecutionConstraint.class);
}
