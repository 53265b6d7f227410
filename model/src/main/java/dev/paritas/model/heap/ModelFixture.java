package dev.paritas.model.heap;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/**
 * What the model reads of a corpus, in its order: the first failing member is the one that is reported, without its name
 * (spec 40 §13.2).
 */
record ModelFixture(String hasher, ModelFixture.Message message, String channelIdDigest, ModelFixture.State heap) {
    /** The message and the digests that are trusted. */
    record Message(
            String payloadHex,
            String source,
            String dest,
            String label,
            long seqNo,
            long allocationCounter,
            String idDigest,
            String leaf,
            String nullifierLeaf) {}

    record State(
            List<Operation> operations,
            List<String> activeIds,
            List<String> consumedIds,
            List<List<String>> resourceLevels,
            List<List<String>> nullifierLevels,
            long proofIndex,
            String resourceRoot,
            String nullifierRoot,
            String commitmentHash) {}

    /** An operation reduced to what the model does with it. */
    sealed interface Operation {
        record Alloc(String digest) implements Operation {}

        record Consume(ModelReplay.Id id) implements Operation {}
    }

    static ModelFixture read(JsonValue corpus) {
        ModelHeapJson root = new ModelHeapJson(corpus);
        root.member("schema_version").text();
        String hasher = root.member("hasher").text();
        Message message = message(root.member("resource_fixture"));
        String channel =
                root.member("channel_fixture").member("resource_id_digest_hex").text();
        return new ModelFixture(hasher, message, channel, state(root.member("heap_fixture")));
    }

    private static Message message(ModelHeapJson fixture) {
        String payload = ModelBytes.payload(fixture.member("payload_hex").text());
        fixture.member("kind").text();
        return new Message(
                payload,
                fixture.member("source").text(),
                fixture.member("dest").text(),
                fixture.member("label").text(),
                fixture.member("seq_no").natural(),
                fixture.member("allocation_counter").natural(),
                fixture.member("resource_id_digest_hex").text(),
                fixture.member("resource_leaf_hex").text(),
                fixture.member("nullifier_leaf_hex").text());
    }

    private static State state(ModelHeapJson fixture) {
        ModelHeapJson operations = fixture.member("operations");
        List<Operation> log =
                operations
                        .elements("expected JSON array, got '"
                                + operations.value().compactText() + "'")
                        .stream()
                        .map(ModelFixture::operation)
                        .toList();
        List<String> active = fixture.member("active_resource_ids_hex").texts();
        List<String> consumed = fixture.member("consumed_resource_ids_hex").texts();
        List<List<String>> resourceLevels = levels(fixture.member("resource_levels_hex"));
        List<List<String>> nullifierLevels = levels(fixture.member("nullifier_levels_hex"));
        long proofIndex = fixture.member("proof_index").natural();
        fixture.member("proof_root_hex").text();
        return new State(
                log,
                active,
                consumed,
                resourceLevels,
                nullifierLevels,
                proofIndex,
                fixture.member("resource_root_hex").text(),
                fixture.member("nullifier_root_hex").text(),
                fixture.member("commitment_hash_hex").text());
    }

    private static List<List<String>> levels(ModelHeapJson levels) {
        return levels.elements("expected JSON array of string arrays").stream()
                .map(ModelHeapJson::texts)
                .toList();
    }

    private static Operation operation(ModelHeapJson operation) {
        String kind = operation.member("kind").text();
        switch (kind) {
            case "alloc_channel" -> {
                operation.member("sender").text();
                operation.member("receiver").text();
            }
            case "alloc_message" -> {
                ModelBytes.payload(operation.member("payload_hex").text());
                operation.member("source").text();
                operation.member("dest").text();
                operation.member("label").text();
                operation.member("seq_no").natural();
            }
            case "alloc_session" -> {
                operation.member("role").text();
                operation.member("type_hash").natural();
            }
            case "consume" -> {
                ModelHeapJson id = operation.member("resource_id");
                return new Operation.Consume(new ModelReplay.Id(
                        id.member("digest_hex").text(), id.member("counter").natural()));
            }
            default -> throw new ProblemException(new ModelHeapProblem("unsupported heap op kind: " + kind));
        }
        return new Operation.Alloc(operation.member("resource_id_digest_hex").text());
    }
}
