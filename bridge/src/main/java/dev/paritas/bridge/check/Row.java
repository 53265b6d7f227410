package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code paritas check}: one comparison, made on each of its cases.
 *
 * @param check id, title and evidence
 * @param keys what the keys of its mismatches begin with: the check's id
 * @param us the parts of this program that take part, where the check names its sides
 * @param cases where they come from
 * @param judge compares one case
 * @param <P> what the row asks besides this process
 */
record Row<P, C>(Check check, String keys, List<String> us, Source<C> cases, Judge<P, C> judge) {
    /** The comparison of one case; of several at the same time, where several processes are asked. */
    @FunctionalInterface
    interface Judge<P, C> {
        Found compare(P other, Case<C> item) throws IOException;
    }

    /** What came of one case; looked at one after another, in the order of the cases. */
    @FunctionalInterface
    interface Found {
        Findings findings() throws IOException;
    }

    /** The comparison of one case in this process. */
    @FunctionalInterface
    interface OwnJudge<C> {
        Findings compare(Case<C> item) throws IOException;
    }

    /** What a row asks that needs nothing but this process. */
    enum Here {
        PROCESS
    }

    Row {
        us = List.copyOf(us);
    }

    /** {@return a row that asks {@code us} here and another side} */
    static <C> Row<Runner.Opened, C> asking(Check check, String us, Source<C> cases, Judge<Runner.Opened, C> judge) {
        return new Row<>(check, check.id(), List.of(us), cases, judge);
    }

    /** {@return the same row, its mismatches named as those of another check} */
    Row<P, C> withKeys(String other) {
        return new Row<>(check, other, us, cases, judge);
    }

    /** {@return a row that needs nothing but this process} */
    static <C> Row<Here, C> here(Check check, Source<C> cases, OwnJudge<C> judge) {
        return between(List.of(), check, cases, judge);
    }

    /** {@return a row that compares two parts of this program} */
    static <C> Row<Here, C> between(List<String> us, Check check, Source<C> cases, OwnJudge<C> judge) {
        return new Row<>(check, check.id(), us, cases, (ignored, item) -> judge.compare(item));
    }

    /** Runs rows that need nothing but this process. */
    static void run(LaneContext context, List<? extends Row<Here, ?>> rows) {
        rows.forEach(row -> alone(context, row));
    }

    /** Runs rows that ask one runner, which is opened once for all of them. */
    static void run(LaneContext context, Runner runner, List<? extends Row<Runner.Opened, ?>> rows) {
        try (Runner.Opened opened = new Runner.Opened(context, runner)) {
            rows.forEach(row -> asking(context, opened, row));
        }
    }

    private static <C> void alone(LaneContext context, Row<Here, C> row) {
        row.found(
                context,
                row.cases.in(context),
                reading -> context.run(
                        row.check,
                        () -> row.compared(context, reading.read(), Here.PROCESS, Asked::inTurn)
                                .between(row.sides(context))));
    }

    private static <C> void asking(LaneContext context, Runner.Opened opened, Row<Runner.Opened, C> row) {
        Runner runner = opened.runner();
        Source.Cases<C> cases = row.cases.in(context);
        if (!(cases instanceof Source.Cases.Told<C>) && !Files.isRegularFile(runner.binary())) {
            String place = context.environment().relative(runner.binary());
            context.decline(row.check, SkipCause.EXECUTABLE, "there is no " + runner.called() + " at " + place);
            return;
        }
        row.found(
                context,
                cases,
                reading -> context.runAsking(row.check, runner.binary(), () -> {
                    Asked.Workers workers = opened.workers();
                    Findings findings = row.compared(context, reading.read(), opened, workers);
                    List<Identity> sides = new ArrayList<>(row.sides(context));
                    sides.add(opened.identity());
                    return findings.between(sides);
                }));
    }

    private interface WithCases<C> {
        void run(Source.Reading<C> reading);
    }

    private void found(LaneContext context, Source.Cases<C> cases, WithCases<C> then) {
        switch (cases) {
            case Source.Cases.Found<C>(Source.Reading<C> reading) -> then.run(reading);
            case Source.Cases.Told<C>() -> {}
            case Source.Cases.Missing<C>(SkipCause cause, String reason, boolean optional) -> {
                if (optional) {
                    context.skip(check, cause, reason);
                } else {
                    context.decline(check, cause, reason);
                }
            }
        }
    }

    private List<Identity> sides(LaneContext context) {
        return us.stream().map(context::here).toList();
    }

    private Findings compared(LaneContext context, List<Case<C>> items, P other, Asked.Workers workers)
            throws IOException {
        Asked<Compared> asked = Asked.each(
                workers,
                items,
                Case::id,
                done -> context.progress().advance(check.id(), done, items.size()),
                item -> new Compared(item.id(), judged(other, item)));
        Asked<Findings> looked = Asked.each(
                Asked::inTurn,
                asked.given(),
                Compared::id,
                ignored -> {},
                compared -> compared.found().findings());
        return Findings.together(looked.given())
                .under(keys)
                .failing(asked.failures())
                .failing(looked.failures());
    }

    private record Compared(String id, Found found) {}

    /** A refusal is an answer, and here another one than was due. */
    private Found judged(P other, Case<C> item) throws IOException {
        try {
            return judge.compare(other, item);
        } catch (ImplementationException e) {
            if (e.isRefusal()) {
                return Findings.of(new Mismatch("refused", "an answer", e.sentence(), item.id()));
            }
            throw e;
        }
    }
}
