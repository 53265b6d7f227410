package dev.paritas.heap.document;

import dev.paritas.heap.replay.HeapOperation;
import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import java.util.List;

/**
 * All that a parity corpus does not compute.
 *
 * @param message counter of the allocated message that becomes the {@code resource_fixture}
 * @param session counter of the allocated session that becomes the {@code session_fixture}
 * @param channel counter of the allocated channel that becomes the {@code channel_fixture}
 * @param proofIndex position among the active resources
 */
public record HeapScenario(List<HeapOperation> log, int message, int session, int channel, int proofIndex) {
    public HeapScenario {
        log = List.copyOf(log);
    }

    /**
     * {@return the corpus}
     *
     * @throws IllegalArgumentException when a counter is not one of its kind, or no active resource has the position
     */
    public HeapParityCorpus corpus(Hasher hasher) {
        List<HeapOperation.Alloc> allocations = log.stream()
                .filter(HeapOperation.Alloc.class::isInstance)
                .map(HeapOperation.Alloc.class::cast)
                .toList();
        if (!(allocations.get(channel).resource() instanceof Resource.Channel channelResource)
                || !(allocations.get(session).resource() instanceof Resource.Session sessionResource)
                || !(allocations.get(message) instanceof HeapOperation.AllocMessage messageOperation)
                || !(messageOperation.resource() instanceof Resource.Message messageResource)) {
            throw new IllegalArgumentException("a fixture is not of its kind");
        }
        ChannelFixture channelFixture = ChannelFixture.of(hasher, channelResource, channel);
        SessionFixture sessionFixture = SessionFixture.of(hasher, sessionResource, session);
        MessageFixture messageFixture =
                MessageFixture.of(hasher, messageResource, messageOperation.payloadHex(), message, channelFixture);
        HeapFixture heapFixture = HeapFixture.of(
                        Replay.run(hasher, log),
                        proofIndex,
                        messageFixture.resourceLeafHex(),
                        sessionFixture.resourceLeafHex())
                .orElseThrow(() -> new IllegalArgumentException("no active resource has position " + proofIndex));
        return new HeapParityCorpus(
                HeapParityCorpus.SCHEMA_VERSION,
                hasher.name(),
                messageFixture,
                sessionFixture,
                channelFixture,
                heapFixture);
    }
}
