package dev.paritas.app.report;

import dev.paritas.semanticobjects.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Why reports are not put together. */
public sealed interface ReportProblem extends Problem {
    @Override
    default String place() {
        return "reports";
    }

    /** A folder holds no report, nor do its folders. */
    record NoReport(String folder) implements ReportProblem {
        @Override
        public String place() {
            return folder;
        }

        @Override
        public String sentence() {
            return "neither the folder nor a folder in it holds a " + ReportFolder.DOCUMENT;
        }
    }

    /** More files than are read. */
    record TooManyReports(int most) implements ReportProblem {
        @Override
        public String sentence() {
            return "at most " + most + " reports are read";
        }
    }

    /** Two reports are not about the same: another member says something else. */
    record OtherRun(String member, String one, String other) implements ReportProblem {
        @Override
        public String sentence() {
            return "the reports are not of one run: " + member + " is " + one + " in one and " + other + " in another";
        }
    }

    /** Two reports read different bytes under one name. */
    record OtherInput(String path) implements ReportProblem {
        @Override
        public String sentence() {
            return "the reports are not of one tree: " + path + " has two digests";
        }
    }

    /** Two reports made the same check. */
    record OverlappingCheck(String id) implements ReportProblem {
        @Override
        public String sentence() {
            return "more than one report has the check " + id;
        }
    }

    /** Parts of the run are not there. */
    record MissingShards(List<Long> missing, long count) implements ReportProblem {
        public MissingShards {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return "of " + count + " shards these are missing: "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /** A part of the run is there more than once. */
    record RepeatedShard(long index) implements ReportProblem {
        @Override
        public String sentence() {
            return "more than one report is of shard " + index;
        }
    }
}
