package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private long changed;

    private TraceStreamComparator() {}

    /**
     * Compares two files, each a JSON array or JSON lines. The two are read side by side.
     *
     * @throws dev.paritas.semanticobjects.json.JsonException when a file is not a trace
     */
    public static TraceComparison compare(Path left, Path right) throws IOException {
        try (LineBlocks a = new LineBlocks(Files.newInputStream(left));
                LineBlocks b = new LineBlocks(Files.newInputStream(right));
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            return new TraceStreamComparator().run(a, b, readers);
        }
    }

    /** Where both sides have the same bytes, one of them is read for both, several blocks at a time. */
    private TraceComparison run(LineBlocks left, LineBlocks right, ExecutorService readers) throws IOException {
        Deque<Future<List<TraceEvent>>> ahead = new ArrayDeque<>();
        byte[] a = left.next();
        byte[] b = right.next();
        boolean lines = startsWithObject(a) && startsWithObject(b);
        while (lines && a.length > 0 && Arrays.equals(a, b)) {
            byte[] block = a;
            ahead.addLast(readers.submit(() -> events(block)));
            if (ahead.size() > BLOCKS_AHEAD) {
                await(ahead.removeFirst()).forEach(this::count);
            }
            a = left.next();
            b = right.next();
        }
        while (!ahead.isEmpty()) {
            await(ahead.removeFirst()).forEach(this::count);
        }
        if (lines && a.length == 0 && b.length == 0) {
            return finish(new Verdict.Agree(), 0);
        }
        try (TraceReader restA = new TraceReader(left.from(a));
                TraceReader restB = new TraceReader(right.from(b))) {
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

    private static List<TraceEvent> events(byte[] block) throws IOException {
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(block))) {
            return reader.next(Integer.MAX_VALUE);
        }
    }

    private TraceComparison run(TraceReader left, TraceReader right, ExecutorService readers) throws IOException {
        Future<List<TraceEvent>> nextLeft = readers.submit(() -> left.next(BATCH));
        Future<List<TraceEvent>> nextRight = readers.submit(() -> right.next(BATCH));
        while (true) {
            List<TraceEvent> a = await(nextLeft);
            List<TraceEvent> b = await(nextRight);
            nextLeft = readers.submit(() -> left.next(BATCH));
            nextRight = readers.submit(() -> right.next(BATCH));
            int common = Math.min(a.size(), b.size());
            int equal = equalPrefix(a, b, common);
            if (equal < common || a.size() != b.size()) {
                List<TraceEvent> restA = rest(a, equal, nextLeft);
                List<TraceEvent> restB = rest(b, equal, nextRight);
                return finish(new Verdict.Diverge(report(restA, restB)), equal < common ? 1 : 0);
            }
            if (a.isEmpty()) {
                return finish(
                        index == 0
                                ? new Verdict.Declined("both traces are empty: nothing was compared")
                                : new Verdict.Agree(),
                        0);
            }
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

    private TraceComparison finish(Verdict verdict, int differing) {
        NormalizationLedger.Counter counter = new NormalizationLedger.Counter();
        counter.add(NormalizationRule.SESSION_TICK, changed);
        return new TraceComparison(verdict, index + differing, counter.ledger());
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

    private static List<TraceEvent> rest(List<TraceEvent> batch, int from, Future<List<TraceEvent>> next)
            throws IOException {
        return concat(batch.subList(from, batch.size()), await(next));
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
