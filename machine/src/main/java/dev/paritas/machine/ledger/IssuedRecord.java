package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An effect issued as pending, to be completed later (spec 30 §7.4). */
final class IssuedRecord extends EffectRecord {
    private static final JsonValue PENDING = new JsonValue.Obj(Map.of("status", new JsonValue.Text("pending")));

    private final EffectKind kind;
    private final @Nullable Long session;
    private final JsonValue inputs;

    IssuedRecord(
            long effectId,
            long tick,
            String handlerIdentity,
            @Nullable String ownerId,
            EffectKind kind,
            @Nullable Long session,
            JsonValue inputs) {
        super(effectId, tick, handlerIdentity, ownerId);
        this.kind = kind;
        this.session = session;
        this.inputs = inputs;
    }

    @Override
    @Nullable
    Long session() {
        return session;
    }

    @Override
    String effectKind() {
        return kind.word();
    }

    @Override
    @Nullable
    String effectInterface() {
        EffectMetadata inferred = inferred();
        return inferred == null ? null : inferred.interfaceName();
    }

    @Override
    @Nullable
    String effectOperation() {
        EffectMetadata inferred = inferred();
        return inferred == null ? null : inferred.operationName();
    }

    /** Two kinds have no pair that could be inferred from their word (spec 30 §6.1). */
    private @Nullable EffectMetadata inferred() {
        return kind == EffectKind.WAL_SYNC || kind == EffectKind.OUTPUT_CONDITION_HINT ? null : kind.metadata();
    }

    @Override
    JsonValue inputs() {
        return inputs;
    }

    @Override
    JsonValue recordedOutputs() {
        return PENDING;
    }

    @Override
    OutstandingEffectStatus recordedStatus() {
        return OutstandingEffectStatus.PENDING;
    }

    @Override
    @Nullable
    String recordedReason() {
        return null;
    }

    @Override
    @Nullable
    Long recordedCompletion() {
        return null;
    }
}
