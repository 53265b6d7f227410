package dev.paritas.app.schema;

import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.Traffic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Holds what is exchanged with executables to the published schemas, beside the readers that judge it in any case. */
public final class TrafficSchemas implements Traffic {
    /** Violations that are kept with their words; the others are counted. */
    private static final int KEPT = 20;

    /** What an operation of an executable is asked in, and answers in. */
    private record Subject(String executable, String operation, Way way) {}

    /**
     * Documents of other operations have no schema of their own, or are open: a validator is asked about bundles that are
     * wrong on purpose, and judges them.
     */
    private static final Map<Subject, BridgeDocument> DOCUMENTS = Map.ofEntries(
            question("protocol_machine_runner", "run", BridgeDocument.RUN_INPUT),
            answer("protocol_machine_runner", "run", BridgeDocument.RUN_OUTPUT),
            question("protocol_machine_runner", "runSimulation", BridgeDocument.SIM_RUN_INPUT),
            answer("protocol_machine_runner", "runSimulation", BridgeDocument.SIM_RUN_OUTPUT),
            question("heap_parity_runner", "run_fixture", BridgeDocument.HEAP_PARITY_CORPUS),
            answer("heap_parity_runner", "run_fixture", BridgeDocument.HEAP_PARITY_OUTPUT),
            answer("semantic_effect_parity_runner", "bundle", BridgeDocument.SEMANTIC_EFFECTS),
            answer("search_parity_runner", "bundle", BridgeDocument.SEARCH_PARITY));

    private final Map<BridgeDocument, BridgeSchema> schemas = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong without = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final List<String> violations = new ArrayList<>();

    private static Map.Entry<Subject, BridgeDocument> question(String peer, String operation, BridgeDocument document) {
        return Map.entry(new Subject(peer, operation, Way.QUESTION), document);
    }

    private static Map.Entry<Subject, BridgeDocument> answer(String peer, String operation, BridgeDocument document) {
        return Map.entry(new Subject(peer, operation, Way.ANSWER), document);
    }

    @Override
    public void seen(Peer peer, String operation, Way way, byte[] document) {
        Optional<BridgeDocument> kind =
                Optional.ofNullable(DOCUMENTS.get(new Subject(peer.executable(), operation, way)));
        if (kind.isEmpty()) {
            without.incrementAndGet();
            return;
        }
        held.incrementAndGet();
        List<SchemaViolation> found = schemas.computeIfAbsent(kind.get(), BridgeSchema::of)
                .validate(new String(document, StandardCharsets.UTF_8));
        if (!found.isEmpty()) {
            broken.incrementAndGet();
            keep(peer.executable() + " " + operation + ": " + (way == Way.QUESTION ? "question" : "answer") + " breaks "
                    + kind.get().id() + " at "
                    + (found.getFirst().pointer().isEmpty()
                            ? "document root"
                            : found.getFirst().pointer())
                    + ": " + found.getFirst().message());
        }
    }

    private void keep(String violation) {
        synchronized (violations) {
            if (violations.size() < KEPT) {
                violations.add(violation);
            }
        }
    }

    /** {@return whether every document that has a schema kept it} */
    public boolean isSound() {
        return broken.get() == 0;
    }

    /** {@return whether there was anything to hold} */
    public boolean heldAny() {
        return held.get() > 0;
    }

    /** {@return what was seen, for people: the first violations, then the counts} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        synchronized (violations) {
            lines.addAll(violations);
        }
        lines.add("traffic: " + held + " documents held to their schemas, " + broken + " of them break one; " + without
                + " have no schema");
        return lines;
    }
}
