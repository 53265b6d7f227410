package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.ProgressContract;

/** An entry of the contract log: an effect that carries its own contract, or a contract under a given id. */
sealed interface ContractRow permits EffectRecord, ContractRow.Named {
    ProgressContract contractRecord();

    /** A contract whose operation id is not the own id of the effect that made it. */
    record Named(String operationId, ContractState state) implements ContractRow {
        @Override
        public ProgressContract contractRecord() {
            return state.toRecord(operationId);
        }
    }
}
