package dev.paritas.search.engine;

import java.util.List;
import java.util.stream.IntStream;

/** Makes the proposals of a batch; every executor gives the same list (spec 52 §8.6). */
public sealed interface ProposalExecutor {
    /** One entry after the other. */
    record Serial() implements ProposalExecutor {}

    /**
     * Chunks of entries at the same time.
     *
     * @param width entries in a chunk, at least 1
     */
    record NativeParallel(int width) implements ProposalExecutor {
        public NativeParallel {
            if (width < 1) {
                throw new IllegalArgumentException("a chunk has at least one entry");
            }
        }
    }

    ProposalExecutor SERIAL = new Serial();

    /** {@return the proposals in the order of the batch} */
    default List<Proposal> proposals(SearchDomain domain, SearchBatch batch) {
        int size = batch.entries().size();
        return switch (this) {
            case Serial() -> chunk(domain, batch, 0, size);
            case NativeParallel(int width) ->
                IntStream.range(0, (int) ((size + (long) width - 1) / width))
                        .parallel()
                        .mapToObj(i -> chunk(domain, batch, i * width, (int) Math.min(size, (i + 1L) * width)))
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private static List<Proposal> chunk(SearchDomain domain, SearchBatch batch, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(i ->
                        Proposal.of(domain, batch.epoch(), i, batch.entries().get(i)).stream())
                .toList();
    }
}
