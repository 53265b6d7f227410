package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.RegularPracticalFragment;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Scratch;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the validator process says of single types and of exported programs (spec 11 §10.3, 12 §7). */
final class ValidatorChecks {
    private static final String FRAGMENT = "projection/fragment";
    private static final String EXPORTED = "projection/exported";
    private static final int EXPORTS = 7;

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
        context.runAsking(check, binary, () -> {
            Map<String, RegularPracticalFragment> table = agreement();
            RunnerCases asking = new RunnerCases(context, check, table.size());
            for (Map.Entry<String, RegularPracticalFragment> row : table.entrySet()) {
                String json = row.getKey().replace('\'', '"');
                asking.ask(json, () -> fragment(json, row.getValue()));
            }
            return asking.findings(context.here(ImplementationId.JAVA_MACHINE), runner.identity());
        });
    }

    private List<Mismatch> fragment(String json, RegularPracticalFragment expected) {
        RegularPracticalFragment found =
                runner.checkRegularPracticalFragment(JsonInput.read(json, ReadPolicy.STRICT, JsonValue.CODEC));
        return found.equals(expected)
                ? List.of()
                : List.of(new Mismatch(FRAGMENT, expected.toString(), found.toString(), json));
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
        context.runAsking(check, binary, () -> {
            RunnerCases asking = new RunnerCases(context, check, EXPORTS);
            Path scratch = Scratch.folder(Scratch.parent(Optional.empty()));
            try {
                for (String fixture : List.of("lean-sample", "lean-extended")) {
                    GlobalType type = lowered(folder, fixture);
                    for (String role : List.of("Baker", "Chef", "SousChef")) {
                        RoleExport export = RoleExport.of(type, role);
                        String place = fixture + "/" + role;
                        asking.ask(place, () -> expect(place, true, scratch, export, export.programText()));
                    }
                }
                RoleExport chef = RoleExport.of(lowered(folder, "lean-failing"), "Chef");
                String damaged = chef.programText().replace("\"Pong\"", "\"WrongLabel\"");
                String place = "lean-failing/Chef";
                asking.ask(place, () -> expect(place, false, scratch, chef, damaged));
            } finally {
                Scratch.remove(scratch);
            }
            return asking.findings(context.here(ImplementationId.JAVA_MACHINE), runner.identity());
        });
    }

    private GlobalType lowered(Path folder, String fixture) throws IOException {
        byte[] source = context.read(folder.resolve(fixture + ".tell"));
        return Choreography.parse(new String(source, StandardCharsets.UTF_8)).lower();
    }

    /** @throws ChildException when the validator ended without an answer in its logs */
    private List<Mismatch> expect(String place, boolean valid, Path scratch, RoleExport export, String program)
            throws IOException {
        Path log = scratch.resolve("log.txt");
        Path jsonLog = scratch.resolve("log.json");
        Files.deleteIfExists(log);
        Files.deleteIfExists(jsonLog);
        List<String> argv = List.of(
                binary.toAbsolutePath().toString(),
                "--choreography",
                Scratch.write(
                                scratch.resolve("choreography.json"),
                                export.choreographyText().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "--program",
                Scratch.write(scratch.resolve("program.json"), program.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "--log",
                log.toString(),
                "--json-log",
                jsonLog.toString());
        ChildResult result = host.children()
                .run(
                        new ChildCommand(argv, host.environment(), Optional.empty()),
                        new byte[0],
                        ChildLimits.within(RunnerHost.validatorDeadline(host.environment())));
        if (!Files.isRegularFile(log) || !Files.isRegularFile(jsonLog)) {
            throw ChildException.exit(
                    result.exitCode(),
                    "the validator ended with exit code " + result.exitCode() + " and without its logs",
                    result.stderrText());
        }
        String expected = valid ? "accepted" : "refused";
        String found = result.exitCode() == 0 ? "accepted" : "refused";
        return found.equals(expected)
                ? List.of()
                : List.of(new Mismatch(EXPORTED + ":" + place, expected, found, place));
    }
}
