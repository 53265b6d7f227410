package dev.paritas.model.heap;

import dev.paritas.heap.document.HeapParityResourceId;
import dev.paritas.heap.document.HeapParityStateSummary;
import dev.paritas.semanticobjects.json.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The model's replay (spec 40 §13.4): digests are texts and are believed, consuming an unknown id is recorded, consuming
 * twice is ignored, and nothing is ever refused.
 */
final class ModelReplay {
    /** An id by its text; equality is that of the texts. */
    record Id(String digest, long counter) {
        static final Comparator<Id> ORDER = Comparator.comparing(Id::digest, CodePointOrder.INSTANCE)
                .thenComparing(Id::counter, Long::compareUnsigned);
    }

    private final List<Id> entries = new ArrayList<>();
    private final Set<Id> nullifiers = new LinkedHashSet<>();
    private long counter;

    private ModelReplay() {}

    static HeapParityStateSummary run(List<ModelFixture.Operation> log) {
        ModelReplay replay = new ModelReplay();
        for (ModelFixture.Operation operation : log) {
            switch (operation) {
                case ModelFixture.Operation.Alloc(String digest) ->
                    replay.entries.add(new Id(digest, replay.counter++));
                case ModelFixture.Operation.Consume(Id id) -> replay.nullifiers.add(id);
            }
        }
        List<Id> active = replay.entries.stream()
                .filter(id -> !replay.nullifiers.contains(id))
                .toList();
        return new HeapParityStateSummary(sorted(active), sorted(replay.nullifiers), replay.counter);
    }

    private static List<HeapParityResourceId> sorted(Collection<Id> ids) {
        return ids.stream()
                .sorted(Id.ORDER)
                .map(id -> new HeapParityResourceId(id.digest(), id.counter()))
                .toList();
    }
}
