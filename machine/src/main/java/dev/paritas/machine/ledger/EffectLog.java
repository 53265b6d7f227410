package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The raw effects and, in the same records, the raw operations, with the indexes that keep every step O(live): effects
 * by id, waiting effects, waiting operations, and operations under a given id. Ids in the log are consecutive.
 */
final class EffectLog {
    private final BoundedLog<EffectRecord> records;
    private final NavigableMap<Long, EffectRecord> liveEffects = new TreeMap<>(Long::compareUnsigned);
    private final NavigableMap<Long, EffectRecord> waitingOperations = new TreeMap<>(Long::compareUnsigned);
    private final Map<String, Deque<EffectRecord>> givenIds = new HashMap<>();

    EffectLog(Retention retention) {
        this.records = BoundedLog.keeping(retention);
    }

    /**
     * Appends an effect.
     *
     * @param waits whether it is recorded as pending or blocked
     */
    void add(EffectRecord effect, boolean waits) {
        String given = effect.givenOperationId();
        if (given != null) {
            givenIds.computeIfAbsent(given, ignored -> new ArrayDeque<>(2)).addLast(effect);
        }
        if (waits) {
            liveEffects.put(effect.effectId(), effect);
            waitingOperations.put(effect.effectId(), effect);
        }
        EffectRecord dropped = records.add(effect);
        if (dropped != null) {
            forget(dropped);
        }
    }

    private void forget(EffectRecord dropped) {
        if (!liveEffects.isEmpty()) {
            liveEffects.remove(dropped.effectId());
        }
        if (!waitingOperations.isEmpty()) {
            waitingOperations.remove(dropped.effectId());
        }
        String given = dropped.givenOperationId();
        if (given != null) {
            givenIds.computeIfPresent(given, (ignored, sharers) -> {
                sharers.remove(dropped);
                return sharers.isEmpty() ? null : sharers;
            });
        }
    }

    EffectRecord removeFirst() {
        EffectRecord first = records.removeFirst();
        forget(first);
        return first;
    }

    /** {@return the oldest id a waiting effect or its operation still needs, or {@code otherwise}} */
    long horizon(long otherwise) {
        long horizon = otherwise;
        if (liveEffects.isEmpty()) {
            return horizon;
        }
        for (EffectRecord effect : liveEffects.values()) {
            for (EffectRecord operation : operationsOf(effect)) {
                long id = operation.effectId();
                horizon = Long.compareUnsigned(id, horizon) < 0 ? id : horizon;
            }
        }
        return horizon;
    }

    boolean hasLive() {
        return !liveEffects.isEmpty();
    }

    /** {@return pending and blocked effects in log order, as of now} */
    List<EffectRecord> live() {
        return List.copyOf(liveEffects.values());
    }

    /** {@return operations in phase pending or blocked in log order, as of now} */
    List<EffectRecord> waitingOperations() {
        return List.copyOf(waitingOperations.values());
    }

    @Nullable
    EffectRecord get(long effectId) {
        if (records.isEmpty()) {
            return null;
        }
        long index = effectId - records.get(0).effectId();
        return index < 0 || index >= records.size() ? null : records.get((int) index);
    }

    /** {@return the effect whose own operation id is {@code operationId}} */
    @Nullable
    EffectRecord ownerOf(String operationId) {
        if (!operationId.startsWith(EffectRecord.OWN_ID_PREFIX)) {
            return null;
        }
        String digits = operationId.substring(EffectRecord.OWN_ID_PREFIX.length());
        long id;
        try {
            id = Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            return null;
        }
        if (!Long.toUnsignedString(id).equals(digits)) {
            return null;
        }
        EffectRecord effect = get(id);
        return effect != null && effect.givenOperationId() == null ? effect : null;
    }

    /** {@return every operation with the id of {@code effect}'s, in log order} */
    Collection<EffectRecord> operationsOf(EffectRecord effect) {
        if (givenIds.isEmpty()) {
            return List.of(effect);
        }
        String operationId = effect.operationId();
        Deque<EffectRecord> sharers = givenIds.getOrDefault(operationId, new ArrayDeque<>(0));
        EffectRecord owner = ownerOf(operationId);
        List<EffectRecord> all = new ArrayList<>(sharers);
        if (owner != null) {
            all.add(owner);
            all.sort((left, right) -> Long.compareUnsigned(left.effectId(), right.effectId()));
        }
        return all;
    }

    void statusChanged(EffectRecord effect) {
        if (ContractAlgebra.isLive(effect.status())) {
            liveEffects.put(effect.effectId(), effect);
        } else {
            liveEffects.remove(effect.effectId());
        }
    }

    /** Moves the first operation with {@code effect}'s operation id. */
    void moveOperation(EffectRecord effect, OperationPhase phase, @Nullable String publication) {
        for (EffectRecord first : operationsOf(effect)) {
            setPhase(first, phase, publication);
            return;
        }
    }

    void setPhase(EffectRecord operation, OperationPhase phase, @Nullable String publication) {
        EffectChange change = operation.change();
        change.phase = phase;
        change.publication = publication;
        if (phase == OperationPhase.PENDING || phase == OperationPhase.BLOCKED) {
            waitingOperations.put(operation.effectId(), operation);
        } else {
            waitingOperations.remove(operation.effectId());
        }
    }

    void moveOperation(EffectRecord effect, OutstandingEffectStatus status) {
        moveOperation(effect, ContractAlgebra.phaseOf(status), ContractAlgebra.publicationOf(status));
    }

    BoundedLog<EffectRecord> records() {
        return records;
    }
}
