package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One region per session, holding the ids of everything that names the session (spec 30 §10 step 13, §11). */
final class DerivedRegions {
    private static final class Gathered {
        final long session;

        @Nullable
        String ownerId;

        final Set<String> operations = new HashSet<>();
        final Set<Long> effects = new HashSet<>();
        final Set<String> reads = new HashSet<>();
        final Set<String> handles = new HashSet<>();
        final Set<String> publications = new HashSet<>();

        Gathered(long session) {
            this.session = session;
        }

        Region region() {
            return new Region(
                    "session:" + Long.toUnsignedString(session),
                    session,
                    ownerId,
                    OwnershipScope.SESSION,
                    ascending(operations),
                    effects.stream().sorted(Long::compareUnsigned).toList(),
                    ascending(reads),
                    ascending(handles),
                    ascending(publications));
        }

        private static List<String> ascending(Set<String> ids) {
            List<String> sorted = new ArrayList<>(ids);
            sorted.sort(CodePointOrder.INSTANCE);
            return sorted;
        }
    }

    private final Map<Long, Gathered> bySession = new LinkedHashMap<>();

    private DerivedRegions() {}

    static List<Region> regions(
            List<OperationInstance> operations,
            List<OutstandingEffect> effects,
            List<AuthoritativeRead> reads,
            List<CanonicalHandle> handles,
            List<PublicationEvent> publications,
            List<ProgressContract> contracts) {
        DerivedRegions derived = new DerivedRegions();
        for (OperationInstance operation : operations) {
            derived.touch(operation.session(), operation.ownerId())
                    .ifPresent(region -> region.operations.add(operation.operationId()));
        }
        for (OutstandingEffect effect : effects) {
            derived.touch(effect.session(), effect.ownerId()).ifPresent(region -> {
                region.effects.add(effect.effectId());
                region.operations.add(effect.operationId());
            });
        }
        for (AuthoritativeRead read : reads) {
            derived.touch(read.session(), read.ownerId()).ifPresent(region -> region.reads.add(read.readId()));
        }
        for (CanonicalHandle handle : handles) {
            derived.touch(handle.session(), handle.ownerId())
                    .ifPresent(region -> region.handles.add(handle.handleId()));
        }
        for (PublicationEvent publication : publications) {
            derived.touch(publication.session(), publication.ownerId()).ifPresent(region -> {
                region.publications.add(publication.publicationId());
                region.operations.add(publication.operationId());
            });
        }
        for (ProgressContract contract : contracts) {
            derived.touch(contract.session(), null).ifPresent(region -> region.operations.add(contract.operationId()));
        }
        return derived.bySession.values().stream().map(Gathered::region).toList();
    }

    private Optional<Gathered> touch(@Nullable Long session, @Nullable String ownerId) {
        if (session == null) {
            return Optional.empty();
        }
        Gathered region = bySession.computeIfAbsent(session, Gathered::new);
        if (region.ownerId == null) {
            region.ownerId = ownerId;
        }
        return Optional.of(region);
    }
}
