package dev.paritas.bridge.lane;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.runner.LeanRunner;
import dev.paritas.bridge.runner.LeanRunnerException;
import dev.paritas.bridge.runner.RegularPracticalFragment;
import dev.paritas.bridge.runner.RunnerHost;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the validator process says of single types and of exported programs (spec 11 §10.3, 12 §7). */
final class ValidatorChecks {
    private static final String FRAGMENT = "projection/fragment";
    private static final String EXPORTED = "projection/exported";
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final LaneContext context;
    private final LeanRunner runner;
    private final RunnerHost host;
    private final Path binary;

    ValidatorChecks(LaneContext context, LeanRunner runner, RunnerHost host, Path binary) {
        this.context = context;
        this.runner = runner;
        this.host = host;
        this.binary = binary;
    }

    /** The agreement corpus of spec 11 §10.3, typed in. */
    static Map<String, RegularPracticalFragment> agreement() {
        Map<String, RegularPracticalFragment> table = new LinkedHashMap<>();
        table.put(
                "{'kind':'end'}",
                answer(false, false, true, "end", "full unfolding does not expose a communication head (got end)"));
        table.put(send("msg", "{'kind':'end'}"), answer(true, true, true, "send", null));
        table.put(
                "{'kind':'rec','var':'t','body':"
                        + send("msg", "{'kind':'var','name':'t'}").replace("send", "recv") + "}",
                answer(true, true, true, "recv", null));
        table.put(
                "{'kind':'rec','var':'t','body':{'kind':'var','name':'t'}}",
                answer(false, false, false, "mu", "local type is not contractive/guarded"));
        table.put(
                send("msg", "{'kind':'var','name':'t'}"),
                answer(false, true, false, "send", "local type has free recursion variables"));
        return table;
    }

    private static RegularPracticalFragment answer(
            boolean result, boolean reaches, boolean wellFormed, String head, @Nullable String reason) {
        return new RegularPracticalFragment(result, reaches, wellFormed, head, Optional.ofNullable(reason));
    }

    private static String send(String label, String continuation) {
        return "{'kind':'send','partner':'B','branches':[{'label':{'name':'" + label
                + "','sort':'unit'},'continuation':" + continuation + "}]}";
    }

    void fragment() {
        Check check = Check.independent(FRAGMENT, "practical fragment: the agreement corpus, asked of the validator");
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            agreement().forEach((type, expected) -> {
                String json = type.replace('\'', '"');
                String found;
                try {
                    found = runner.checkRegularPracticalFragment(
                                    JsonInput.read(json, ReadPolicy.STRICT, JsonValue.CODEC))
                            .toString();
                } catch (LeanRunnerException e) {
                    found = String.valueOf(e.getMessage());
                }
                if (!found.equals(expected.toString())) {
                    mismatches.add(new Mismatch(FRAGMENT, expected.toString(), found, json));
                }
            });
            return LaneContext.Findings.of(agreement().size(), mismatches);
        });
    }

    /** Exported programs through the argument vector with both logs; a renamed label has to be refused. */
    void exported() {
        Check check = Check.independent(
                EXPORTED, "exported programs against the validator, and a damaged one that it must refuse");
        Path folder = context.environment().fixtures().resolve("tell");
        if (!Files.isDirectory(folder)) {
            context.decline(
                    check,
                    SkipCause.FIXTURES,
                    "there are no sources at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            long cases = 0;
            Path scratch = Files.createTempDirectory("paritas-lane-");
            try {
                for (String fixture : List.of("lean-sample", "lean-extended")) {
                    GlobalType type = lowered(folder, fixture);
                    for (String role : List.of("Baker", "Chef", "SousChef")) {
                        cases++;
                        RoleExport export = RoleExport.of(type, role);
                        expect(fixture + "/" + role, true, scratch, export, export.programText(), mismatches);
                    }
                }
                cases++;
                RoleExport chef = RoleExport.of(lowered(folder, "lean-failing"), "Chef");
                String damaged = chef.programText().replace("\"Pong\"", "\"WrongLabel\"");
                expect("lean-failing/Chef", false, scratch, chef, damaged, mismatches);
            } finally {
                remove(scratch);
            }
            return LaneContext.Findings.of(cases, mismatches);
        });
    }

    private GlobalType lowered(Path folder, String fixture) throws IOException {
        byte[] source = context.read(folder.resolve(fixture + ".tell"));
        return Choreography.parse(new String(source, StandardCharsets.UTF_8)).lower();
    }

    private void expect(
            String place, boolean valid, Path scratch, RoleExport export, String program, List<Mismatch> mismatches)
            throws IOException {
        Path log = scratch.resolve("log.txt");
        Path jsonLog = scratch.resolve("log.json");
        Files.deleteIfExists(log);
        Files.deleteIfExists(jsonLog);
        List<String> argv = List.of(
                binary.toAbsolutePath().toString(),
                "--choreography",
                Files.writeString(scratch.resolve("choreography.json"), export.choreographyText())
                        .toString(),
                "--program",
                Files.writeString(scratch.resolve("program.json"), program).toString(),
                "--log",
                log.toString(),
                "--json-log",
                jsonLog.toString());
        String found;
        try {
            ChildResult result = host.children()
                    .run(
                            new ChildCommand(argv, host.environment(), Optional.empty()),
                            new byte[0],
                            ChildLimits.within(DEADLINE));
            boolean logged = Files.isRegularFile(log) && Files.isRegularFile(jsonLog);
            found = (result.exitCode() == 0 ? "accepted" : "refused") + (logged ? ", logged" : "");
        } catch (ChildException e) {
            found = String.valueOf(e.getMessage());
        }
        String expected = valid ? "accepted, logged" : "refused, logged";
        if (!found.equals(expected)) {
            mismatches.add(new Mismatch(EXPORTED + ":" + place, expected, found, place));
        }
    }

    private static void remove(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }
}
