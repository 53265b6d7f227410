package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of a run (spec 30 §4.1). */
public record OperationInstance(
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        String kind,
        OperationPhase phase,
        @Nullable String handlerIdentity,
        List<Long> effectIds,
        List<String> dependentOperationIds,
        @Nullable String terminalPublication,
        @Nullable Long budgetTicks,
        boolean requiresProof) {
    public static final Codec<OperationInstance> CODEC = ObjectCodec.of(
            "OperationInstance",
            field("operation_id", Codec.STRING, OperationInstance::operationId),
            nullable("session", Codec.U64, OperationInstance::session),
            nullable("owner_id", Codec.STRING, OperationInstance::ownerId),
            field("kind", Codec.STRING, OperationInstance::kind),
            field("phase", OperationPhase.CODEC, OperationInstance::phase),
            nullable("handler_identity", Codec.STRING, OperationInstance::handlerIdentity),
            field("effect_ids", Codec.listOf(Codec.U64), OperationInstance::effectIds),
            field("dependent_operation_ids", Codec.listOf(Codec.STRING), OperationInstance::dependentOperationIds),
            nullable("terminal_publication", Codec.STRING, OperationInstance::terminalPublication),
            nullable("budget_ticks", Codec.U64, OperationInstance::budgetTicks),
            field("requires_proof", Codec.BOOL, OperationInstance::requiresProof),
            OperationInstance::new);

    public OperationInstance {
        effectIds = List.copyOf(effectIds);
        dependentOperationIds = List.copyOf(dependentOperationIds);
    }

    /** Where an operation stands (spec 30 §3). */
    public enum OperationPhase {
        PENDING,
        BLOCKED,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        TIMED_OUT,
        HANDED_OFF;

        public static final WordCodec<OperationPhase> CODEC = WordCodec.snakeCase(OperationPhase.class);
    }
}
