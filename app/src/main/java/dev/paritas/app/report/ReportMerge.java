package dev.paritas.app.report;

import dev.paritas.bridge.check.LaneSelection;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.InputFile;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.Shard;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reports of one run on one tree, put together: all shards of it, or different lanes. */
public final class ReportMerge {
    private static final List<String> LANES =
            Arrays.stream(LaneSelection.values()).map(LaneSelection::word).toList();

    private ReportMerge() {}

    /**
     * {@return the report of all the lanes that one command made, of one shard or of no shard}
     *
     * @param reports at least one
     */
    public static LaneReport together(List<LaneReport> reports) {
        LaneReport first = reports.getFirst();
        if (reports.size() == 1) {
            return first;
        }
        Shard shard = first.shard();
        String mode = modes(reports) + (shard == null ? "" : " " + shard.option());
        return joined(reports, mode, shard);
    }

    /**
     * {@return the report of all their checks, lane by lane, which is the same in whatever order the reports are given}
     *
     * @param reports at least one; of shards all of one run, or none of a shard
     * @throws ProblemException ({@link ReportProblem}) when they are not of one run, one tree and one release, when a check
     *     is in several of them, or when a shard is missing
     */
    public static LaneReport of(List<LaneReport> reports) {
        List<LaneReport> ordered = reports.stream()
                .sorted(Comparator.comparingLong(ReportMerge::index).thenComparing(LaneReport::mode))
                .toList();
        LaneReport first = ordered.getFirst();
        same("lane", ordered, LaneReport::lane);
        same("strict", ordered, report -> String.valueOf(report.strict()));
        same(
                "tools",
                ordered,
                report -> report.tools().entrySet().stream()
                        .map(tool -> tool.getKey() + " " + tool.getValue().compactText())
                        .collect(Collectors.joining(", ")));
        same("the number of shards", ordered, report -> String.valueOf(count(report)));
        boolean shards = first.shard() != null;
        if (shards) {
            same("mode", ordered, ReportMerge::wholeMode);
            requireEach(ordered);
        }
        requireOneTree(ordered);
        return joined(ordered, modes(ordered), null);
    }

    private static String modes(List<LaneReport> reports) {
        return reports.stream().map(ReportMerge::wholeMode).distinct().collect(Collectors.joining(" "));
    }

    private static LaneReport joined(List<LaneReport> reports, String mode, @Nullable Shard shard) {
        LaneReport first = reports.getFirst();
        return LaneReport.of(
                first.lane(),
                mode,
                shard,
                first.strict(),
                reports.stream().flatMap(report -> report.inputs().stream()).toList(),
                first.tools(),
                shard == null && !first.strict() ? stopping(checks(reports), mode) : checks(reports),
                reports.stream()
                        .flatMap(report -> report.deviationsUsed().stream())
                        .toList());
    }

    private static long index(LaneReport report) {
        Shard shard = report.shard();
        return shard == null ? 0 : shard.index();
    }

    private static long count(LaneReport report) {
        Shard shard = report.shard();
        return shard == null ? 0 : shard.count();
    }

    /** {@return the mode of the run that the report is a part of} */
    static String wholeMode(LaneReport report) {
        Shard shard = report.shard();
        return shard == null
                ? report.mode()
                : report.mode()
                        .substring(0, report.mode().length() - shard.option().length() - 1);
    }

    private static void same(String member, List<LaneReport> reports, Function<LaneReport, String> value) {
        List<String> values = reports.stream().map(value).distinct().toList();
        if (values.size() > 1) {
            throw new ProblemException(new ReportProblem.OtherRun(member, values.get(0), values.get(1)));
        }
    }

    private static void requireEach(List<LaneReport> shards) {
        List<Long> given = shards.stream().map(ReportMerge::index).toList();
        given.stream()
                .filter(index -> given.indexOf(index) != given.lastIndexOf(index))
                .findFirst()
                .ifPresent(index -> {
                    throw new ProblemException(new ReportProblem.RepeatedShard(index));
                });
        long count = count(shards.getFirst());
        List<Long> missing = LongStream.rangeClosed(1, count)
                .boxed()
                .filter(index -> !given.contains(index))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(new ReportProblem.MissingShards(missing, count));
        }
    }

    private static void requireOneTree(List<LaneReport> reports) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (LaneReport report : reports) {
            for (InputFile input : report.inputs()) {
                String before = digests.putIfAbsent(input.path(), input.sha256());
                if (before != null && !before.equals(input.sha256())) {
                    throw new ProblemException(new ReportProblem.OtherInput(input.path()));
                }
            }
        }
    }

    /** What other checks stand on, and what did not pass, is told by every shard that has such a check. */
    private static List<LaneCheck> checks(List<LaneReport> reports) {
        Map<String, LaneCheck> checks = new LinkedHashMap<>();
        for (LaneCheck check :
                reports.stream().flatMap(report -> report.checks().stream()).toList()) {
            LaneCheck before = checks.putIfAbsent(check.id(), check);
            boolean agreed = check.status() == CheckStatus.PASS || check.status() == CheckStatus.COVERED;
            if (before != null && (agreed || !check.sameAs(before))) {
                throw new ProblemException(new ReportProblem.OverlappingCheck(check.id()));
            }
        }
        List<LaneCheck> ordered = new ArrayList<>(checks.values());
        ordered.sort(Comparator.comparingInt(ReportMerge::lane));
        return ordered;
    }

    /** A lane that was asked for by name and compared nothing blocks a run, and so it does among others. */
    private static List<LaneCheck> stopping(List<LaneCheck> checks, String mode) {
        List<String> words = List.of(mode.split(" "));
        Set<String> compared = checks.stream()
                .filter(check -> check.status() != CheckStatus.SKIPPED)
                .map(LaneCheck::lane)
                .collect(Collectors.toSet());
        return checks.stream()
                .map(check -> words.contains("--" + check.lane()) && !compared.contains(check.lane())
                        ? check.stopping()
                        : check)
                .toList();
    }

    private static int lane(LaneCheck check) {
        int lane = LANES.indexOf(check.lane());
        return lane < 0 ? LANES.size() : lane;
    }
}
