package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
    public static final Codec<OperationInstance> CODEC = ObjectCodec.of("OperationInstance", m -> {
        var operationId = m.required("operation_id", Codec.STRING, OperationInstance::operationId);
        var session = m.nullable("session", Codec.U64, OperationInstance::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, OperationInstance::ownerId);
        var kind = m.required("kind", Codec.STRING, OperationInstance::kind);
        var phase = m.required("phase", OperationPhase.CODEC, OperationInstance::phase);
        var handlerIdentity = m.nullable("handler_identity", Codec.STRING, OperationInstance::handlerIdentity);
        var effectIds = m.required("effect_ids", Codec.listOf(Codec.U64), OperationInstance::effectIds);
        var dependentOperationIds = m.required(
                "dependent_operation_ids", Codec.listOf(Codec.STRING), OperationInstance::dependentOperationIds);
        var terminalPublication =
                m.nullable("terminal_publication", Codec.STRING, OperationInstance::terminalPublication);
        var budgetTicks = m.nullable("budget_ticks", Codec.U64, OperationInstance::budgetTicks);
        var requiresProof = m.required("requires_proof", Codec.BOOL, OperationInstance::requiresProof);
        return in -> new OperationInstance(
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(kind),
                in.get(phase),
                in.get(handlerIdentity),
                in.get(effectIds),
                in.get(dependentOperationIds),
                in.get(terminalPublication),
                in.get(budgetTicks),
                in.get(requiresProof));
    });

    public OperationInstance {
        effectIds = List.copyOf(effectIds);
        dependentOperationIds = List.copyOf(dependentOperationIds);
    }
}
