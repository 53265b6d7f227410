package dev.paritas.bridge.compare;

import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares two traces of any length by the rule of {@link NormalizedTrace}, in memory that does not grow with them. The
 * envelope of an event depends only on the events up to it, so the first differing event is also the first differing
 * envelope.
 */
public final class TraceStreamComparator {
    private static final int BATCH = 4096;
    private static final int BLOCKS_AHEAD = 4;

    private final Map<Long, Long> counters = new HashMap<>();
    private final Deque<TraceEvent> tail = new ArrayDeque<>();
    private long index;
    private long lines;
    private long changed;

    private TraceStreamComparator() {}

    /**
     * Compares two files, each a JSON array or JSON lines. The two are read side by side.
     *
     * @throws ProblemException ({@link UnreadableFile}) when a file is not a trace
     */
    public static Comparison compare(Path left, Path right) throws IOException {
        return compare(TraceFile.of(left), TraceFile.of(right));
    }

    /** As {@link #compare(Path, Path)}. */
    public static Comparison compare(TraceFile left, TraceFile right) throws IOException {
        try (LineBlocks a = new LineBlocks(left.name(), left.stream());
                LineBlocks b = new LineBlocks(right.name(), right.stream());
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            return new TraceStreamComparator().run(a, b, readers);
        }
    }

    /** Where both sides have the same bytes, one of them is read for both, several blocks at a time. */
    private Comparison run(LineBlocks left, LineBlocks right, ExecutorService readers) throws IOException {
        Deque<Future<List<TraceEvent>>> ahead = new ArrayDeque<>();
        byte[] a = left.next();
        byte[] b = right.next();
        boolean byLine = startsWithObject(a) && startsWithObject(b);
        while (byLine && a.length > 0 && !left.cut() && !right.cut() && Arrays.equals(a, b)) {
            byte[] block = a;
            String name = left.name();
            long linesBefore = lines;
            ahead.addLast(readers.submit(() -> events(name, block, linesBefore)));
            lines += lines(block);
            if (ahead.size() > BLOCKS_AHEAD) {
                await(ahead.removeFirst()).forEach(this::count);
            }
            a = left.next();
            b = right.next();
        }
        while (!ahead.isEmpty()) {
            await(ahead.removeFirst()).forEach(this::count);
        }
        if (byLine && a.length == 0 && b.length == 0) {
            return finish(Optional.empty(), index, index, 0);
        }
        try (TraceReader restA = TraceReader.of(left.name(), left.from(a), lines);
                TraceReader restB = TraceReader.of(right.name(), right.from(b), lines)) {
            return run(restA, restB, readers);
        }
    }

    private static boolean startsWithObject(byte[] bytes) {
        for (byte c : bytes) {
            if (c > ' ') {
                return c == '{';
            }
        }
        return false;
    }

    private static long lines(byte[] block) {
        long lines = 0;
        for (byte c : block) {
            lines += c == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static List<TraceEvent> events(String name, byte[] block, long linesBefore) throws IOException {
        List<TraceEvent> events = new ArrayList<>();
        try (TraceReader reader = TraceReader.of(name, new ByteArrayInputStream(block), linesBefore)) {
            for (List<TraceEvent> some = reader.next(BATCH); !some.isEmpty(); some = reader.next(BATCH)) {
                events.addAll(some);
            }
        }
        return events;
    }

    private Comparison run(TraceReader left, TraceReader right, ExecutorService readers) throws IOException {
        Ahead ours = new Ahead(left, readers);
        Ahead theirs = new Ahead(right, readers);
        while (true) {
            List<TraceEvent> a = ours.portion();
            List<TraceEvent> b = theirs.portion();
            int common = Math.min(a.size(), b.size());
            int equal = equalPrefix(a, b, common);
            if (equal < common || common == 0 && a.size() != b.size()) {
                ours.take(equal);
                theirs.take(equal);
                List<TraceEvent> restA = ours.further();
                List<TraceEvent> restB = theirs.further();
                long least = index;
                return finish(
                        Optional.of(report(restA, restB)),
                        least + restA.size(),
                        least + restB.size(),
                        equal < common ? 1 : 0);
            }
            if (common == 0) {
                return index == 0
                        ? Comparison.none(
                                new Verdict.Declined("both traces are empty: nothing was compared", Verdict.Whose.BOTH))
                        : finish(Optional.empty(), index, index, 0);
            }
            ours.take(common);
            theirs.take(common);
        }
    }

    /** One side, of which a portion is read ahead. */
    private static final class Ahead {
        private final TraceReader reader;
        private final ExecutorService readers;
        private Future<List<TraceEvent>> next;
        private List<TraceEvent> portion = List.of();
        private int taken;

        Ahead(TraceReader reader, ExecutorService readers) {
            this.reader = reader;
            this.readers = readers;
            this.next = begin();
        }

        private Future<List<TraceEvent>> begin() {
            return readers.submit(() -> reader.next(BATCH));
        }

        /** {@return events that were not taken yet; none at the end} */
        List<TraceEvent> portion() throws IOException {
            if (taken == portion.size()) {
                portion = await(next);
                taken = 0;
                next = begin();
            }
            return portion.subList(taken, portion.size());
        }

        void take(int count) {
            taken += count;
        }

        /** {@return the events that were not taken yet, and a portion more} */
        List<TraceEvent> further() throws IOException {
            return concat(portion.subList(taken, portion.size()), await(next));
        }
    }

    private int equalPrefix(List<TraceEvent> left, List<TraceEvent> right, int common) {
        for (int i = 0; i < common; i++) {
            TraceEvent event = left.get(i);
            if (!event.equals(right.get(i))) {
                return i;
            }
            count(event);
        }
        return common;
    }

    private void count(TraceEvent event) {
        Long session = event.session();
        if (session != null && counters.merge(session, 1L, Long::sum) - 1 != event.tick()) {
            changed += 2;
        }
        if (tail.size() == DivergenceReport.CONTEXT) {
            tail.removeFirst();
        }
        tail.addLast(event);
        index++;
    }

    /** @param left how many events were read of that side, which has more of them when the two differ early */
    private Comparison finish(Optional<DivergenceReport> difference, long left, long right, int differing) {
        NormalizationLedger.Counter counter = new NormalizationLedger.Counter();
        counter.add(NormalizationRule.SESSION_TICK, changed);
        Coverage.Part events = new Coverage.Part(
                Coverage.EVENTS,
                left,
                right,
                index + differing,
                difference.isEmpty() ? null : "the traces were read to their first difference");
        return Comparison.of(difference.stream().toList(), counter.ledger(), new Coverage(List.of(events)));
    }

    private DivergenceReport report(List<TraceEvent> left, List<TraceEvent> right) {
        List<TraceEvent> before = List.copyOf(tail);
        DivergenceReport local = OutcomeComparison.trace(concat(before, left), concat(before, right), null);
        long shift = index - before.size();
        return new DivergenceReport(
                local.kind(),
                null,
                local.index() + shift,
                local.commonTail(),
                local.leftNext(),
                local.rightNext(),
                local.pointer(),
                left.isEmpty() || right.isEmpty()
                        ? "the " + (left.isEmpty() ? "left" : "right") + " trace ends after " + index + " events"
                        : "event " + index + " differs at " + local.pointer());
    }

    private static List<TraceEvent> concat(List<TraceEvent> first, List<TraceEvent> second) {
        List<TraceEvent> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<TraceEvent> await(Future<List<TraceEvent>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading a trace", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException("a trace could not be read", e.getCause());
        }
    }
}
