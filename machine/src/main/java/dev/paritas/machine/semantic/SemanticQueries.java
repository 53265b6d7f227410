package dev.paritas.machine.semantic;

import dev.paritas.semanticobjects.object.OperationInstance;

/** Questions about a bundle (spec 30 §12). */
public final class SemanticQueries {
    private SemanticQueries() {}

    /** {@return whether others may rely on the operation: it needs a proof or has published} */
    public static boolean isParityCritical(OperationInstance operation) {
        return operation.requiresProof() || operation.terminalPublication() != null;
    }
}
