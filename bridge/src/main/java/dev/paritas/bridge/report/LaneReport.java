package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.files.WholeFile;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of one lane run (docs/lanes.md). Everything but durations and tool versions is equal for two runs on the
 * same tree.
 *
 * @param lane for example {@code check-parity}
 * @param mode for example {@code --types}
 * @param inputs every data file read, ascending by path
 * @param tools name to version text, or JSON null when the tool is absent
 * @param checks in execution order
 * @param missingEvidence what the run was not held against
 * @param deviationsUsed ids of listed deviations that covered a mismatch, ascending
 * @param shard the part of the checks that the run was to make, which the mode tells, too; absent when it was to make all
 */
public record LaneReport(
        String schema,
        String lane,
        String mode,
        boolean strict,
        List<InputFile> inputs,
        Map<String, JsonValue> tools,
        List<LaneCheck> checks,
        LaneTotals totals,
        List<MissingEvidence> missingEvidence,
        List<String> deviationsUsed,
        LaneResult result,
        @Nullable Shard shard) {
    public static final String SCHEMA = "paritas.lane_report.v2";

    public static final Codec<LaneReport> CODEC = ObjectCodec.of(
            "LaneReport",
            field("schema", Codec.STRING, LaneReport::schema),
            field("lane", Codec.STRING, LaneReport::lane),
            field("mode", Codec.STRING, LaneReport::mode),
            field("strict", Codec.BOOL, LaneReport::strict),
            field("inputs", Codec.listOf(InputFile.CODEC), LaneReport::inputs),
            field("tools", Codec.mapOf(JsonValue.CODEC), LaneReport::tools),
            field("checks", Codec.listOf(LaneCheck.CODEC), LaneReport::checks),
            field("totals", LaneTotals.CODEC, LaneReport::totals),
            field("missing_evidence", Codec.listOf(MissingEvidence.CODEC), LaneReport::missingEvidence),
            field("deviations_used", Codec.listOf(Codec.STRING), LaneReport::deviationsUsed),
            field("result", LaneResult.CODEC, LaneReport::result),
            omittable("shard", Shard.CODEC, LaneReport::shard),
            LaneReport::new);

    public LaneReport {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("unsupported report schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
        inputs = inputs.stream()
                .sorted(Comparator.comparing(InputFile::path, CodePointOrder.INSTANCE))
                .distinct()
                .toList();
        TreeMap<String, JsonValue> sortedTools = new TreeMap<>(CodePointOrder.INSTANCE);
        sortedTools.putAll(tools);
        tools = Collections.unmodifiableSortedMap(sortedTools);
        checks = List.copyOf(checks);
        deviationsUsed = deviationsUsed.stream()
                .sorted(CodePointOrder.INSTANCE)
                .distinct()
                .toList();
        if (!totals.equals(LaneTotals.of(checks))) {
            throw new IllegalArgumentException("totals do not add up to the checks");
        }
        missingEvidence = List.copyOf(missingEvidence);
        if (!missingEvidence.equals(MissingEvidence.in(checks))) {
            throw new IllegalArgumentException("the missing evidence does not follow from the checks");
        }
        if (result != judge(totals, strict)) {
            throw new IllegalArgumentException("result " + result + " does not follow from the checks");
        }
        if (shard != null && !mode.endsWith(" " + shard.option())) {
            throw new IllegalArgumentException("the mode does not say " + shard.option());
        }
    }

    /**
     * {@return the check of this id}
     *
     * @throws java.util.NoSuchElementException if none was run
     */
    public LaneCheck check(String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the report of these checks, with totals and result worked out} */
    public static LaneReport of(
            String lane,
            String mode,
            boolean strict,
            List<InputFile> inputs,
            Map<String, JsonValue> tools,
            List<LaneCheck> checks,
            List<String> deviationsUsed) {
        return of(lane, mode, null, strict, inputs, tools, checks, deviationsUsed);
    }

    /** {@return as {@link #of(String, String, boolean, List, Map, List, List)}, of a part of the checks} */
    public static LaneReport of(
            String lane,
            String mode,
            @Nullable Shard shard,
            boolean strict,
            List<InputFile> inputs,
            Map<String, JsonValue> tools,
            List<LaneCheck> checks,
            List<String> deviationsUsed) {
        LaneTotals totals = LaneTotals.of(checks);
        return new LaneReport(
                SCHEMA,
                lane,
                mode,
                strict,
                inputs,
                tools,
                checks,
                totals,
                MissingEvidence.in(checks),
                deviationsUsed,
                judge(totals, strict),
                shard);
    }

    private static LaneResult judge(LaneTotals totals, boolean strict) {
        if (totals.failed() > 0 || (strict && totals.skipped() > 0)) {
            return LaneResult.FAIL;
        }
        if (totals.broken() > 0) {
            return LaneResult.BROKEN;
        }
        return totals.blocked() > 0 || totals.executed() == 0 ? LaneResult.BLOCKED : LaneResult.PASS;
    }

    /** {@return the canonical form that is hashed: no durations, no tool versions} */
    public byte[] canonicalBytes() {
        List<LaneCheck> timeless =
                checks.stream().map(LaneCheck::withoutDuration).toList();
        return JsonOutput.compactBytes(
                CODEC, of(lane, mode, shard, strict, inputs, Map.of(), timeless, deviationsUsed));
    }

    /** {@return SHA-256 of {@link #canonicalBytes}, hex} */
    public String sha256() {
        return Sha256.hex(canonicalBytes());
    }

    /** Writes the document to {@code file}, pretty, with a final newline; makes the folder that it is to be in. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        WholeFile.write(file, (JsonOutput.prettyText(CODEC, this) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
