package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An applied topology event; its ordering key is its own effect id (spec 30 §7.3). */
final class TopologyRecord extends EffectRecord {
    private static final EffectMetadata METADATA = EffectKind.TOPOLOGY_EVENTS.metadata();

    private final TopologyEvent event;

    TopologyRecord(long effectId, long tick, String handlerIdentity, TopologyEvent event) {
        super(effectId, tick, handlerIdentity, null);
        this.event = event;
    }

    @Override
    @Nullable
    Long session() {
        return null;
    }

    @Override
    String effectKind() {
        return EffectKind.TOPOLOGY_EVENT;
    }

    @Override
    String effectInterface() {
        return METADATA.interfaceName();
    }

    @Override
    String effectOperation() {
        return METADATA.operationName();
    }

    @Override
    JsonValue inputs() {
        return new JsonValue.Obj(Map.of("tick", JsonValue.Num.of(tick())));
    }

    @Override
    JsonValue recordedOutputs() {
        return new JsonValue.Obj(Map.of(
                "applied",
                JsonValue.TRUE,
                "status",
                new JsonValue.Text("success"),
                "topology",
                TopologyEvent.CODEC.toTree(event)));
    }

    @Override
    OutstandingEffectStatus recordedStatus() {
        return OutstandingEffectStatus.SUCCEEDED;
    }

    @Override
    @Nullable
    String recordedReason() {
        return null;
    }

    @Override
    long recordedOrderingKey() {
        return effectId();
    }

    @Override
    public Optional<EffectTraceEntry> toTraceEntry() {
        return Optional.of(new EffectTraceEntry(
                effectId(),
                effectKind(),
                inputs(),
                recordedOutputs(),
                handlerIdentity(),
                effectInterface(),
                effectOperation(),
                recordedOrderingKey(),
                event));
    }
}
