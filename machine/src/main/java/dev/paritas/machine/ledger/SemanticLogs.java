package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import java.util.List;

/**
 * The seven runtime logs that feed the bundle, each in log order (spec 30 §5).
 *
 * @param authority machine-level and session records combined, see {@link AuthorityLog#combined}
 */
public record SemanticLogs(
        List<AuthorityAuditRecord> authority,
        List<DelegationAuditRecord> delegations,
        List<OperationInstance> operations,
        List<OutstandingEffect> effects,
        List<OutputConditionCheck> checks,
        List<ProgressContract> contracts,
        List<ProgressTransition> transitions) {
    public static final SemanticLogs EMPTY =
            new SemanticLogs(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public SemanticLogs {
        authority = List.copyOf(authority);
        delegations = List.copyOf(delegations);
        operations = List.copyOf(operations);
        effects = List.copyOf(effects);
        checks = List.copyOf(checks);
        contracts = List.copyOf(contracts);
        transitions = List.copyOf(transitions);
    }

    /** {@return the same logs without output-condition checks, from which the audit log is derived (spec 30 §14)} */
    public SemanticLogs withoutChecks() {
        return new SemanticLogs(authority, delegations, operations, effects, List.of(), contracts, transitions);
    }
}
