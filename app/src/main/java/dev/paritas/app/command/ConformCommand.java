package dev.paritas.app.command;

import dev.paritas.app.diagram.ViolationDrawing;
import dev.paritas.bridge.conform.ConformanceReport;
import dev.paritas.bridge.conform.ConformanceText;
import dev.paritas.bridge.conform.EventLog;
import dev.paritas.bridge.conform.JsonEventLog;
import dev.paritas.bridge.conform.LogMapping;
import dev.paritas.bridge.conform.LogWalk;
import dev.paritas.bridge.conform.OtlpEventLog;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "conform",
        description = {
            "Ask whether a log of what a runtime did follows the protocol.",
            "LOG has one JSON object a line: {\"session\",\"role\",\"action\":\"send|receive|choose|end\",\"peer\",\"label\"};",
            "other names and words are mapped. Memory grows with the open sessions, not with the log.",
            "Several LOGs tell of one run, each of other roles: a receive is judged behind its send, wherever that is told."
        },
        mixinStandardHelpOptions = true)
final class ConformCommand implements Callable<Integer> {
    /** How a log is written. */
    enum Format {
        /** A JSON object a line, or an array of them. */
        JSON,
        /** OpenTelemetry's trace export, a request a line. */
        OTLP
    }

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "PROTOCOL", description = "A choreography in any form.")
    private Path protocol = Path.of("-");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "LOG",
            description = "The log, or one of each service; - reads standard input.")
    private List<Path> logs = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json (default) or otlp, whose attributes are paritas.session, paritas.role, ...")
    private Format format = Format.JSON;

    @Option(
            names = "--map",
            paramLabel = "RULE",
            description = {
                "MEMBER=PATH: the member is called PATH there, nested names parted by dots.",
                "MEMBER:VALUE=OTHER: the value VALUE means OTHER. Repeatable."
            })
    private List<String> map = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "The same rules in a JSON document (docs/conform.md).")
    private @Nullable Path mapping;

    @Option(
            names = "--skip",
            paramLabel = "RULE",
            description =
                    "MEMBER:VALUE or MEMBER: leave out events with this value, or without the member. Repeatable.")
    private List<String> skip = List.of();

    @Option(
            names = "--observe",
            paramLabel = "ROLE",
            description = "Only this role was logged; repeatable. Default: all.")
    private List<String> observe = List.of();

    @Option(
            names = "--allow-duplicates",
            description = "The last message of an edge may be received again (at-least-once delivery).")
    private boolean allowDuplicates;

    @Option(names = "--complete", description = "A session that is not finished is a violation.")
    private boolean complete;

    @Option(
            names = "--max-violations",
            paramLabel = "N",
            defaultValue = "10",
            description = "Tell at most N violations and open sessions; all are counted. Default: 10.")
    private int most = 10;

    @Option(names = "--follow", description = "Wait for more at the end of the one LOG.")
    private boolean follow;

    @Option(names = "--idle", paramLabel = "SECONDS", description = "With --follow: end when nothing came for so long.")
    private @Nullable Integer idle;

    @Option(names = "--json", description = "Print the report as one JSON document (paritas.conformance.v1).")
    private boolean json;

    @Mixin
    private DiagramOption diagram = new DiagramOption();

    @Mixin
    private Strictness strictness = new Strictness();

    ConformCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        refuseContradictions();
        LogMapping rules = mapping();
        ProtocolAutomaton automaton = automaton();
        LogWalk walk = new LogWalk(new Monitor(automaton, allowDuplicates), most, found -> {
            if (follow && !json) {
                show(found);
                streams.flush();
            }
        });
        ConformanceReport report = read(walk, rules);
        if (diagram.isUsed()) {
            draw(walk, report, automaton.roles());
        } else if (json) {
            streams.document(JsonOutput.compactText(ConformanceReport.CODEC, report));
        } else {
            if (!follow) {
                report.violations().forEach(this::show);
            }
            say(ConformanceText.lines(report));
        }
        return switch (report.verdict()) {
            case COMPLETE -> ExitCode.OK;
            case SO_FAR -> complete ? ExitCode.DIVERGE : ExitCode.OK;
            case VIOLATES -> ExitCode.DIVERGE;
            case UNDECIDED, NOTHING -> ExitCode.DECLINED;
        };
    }

    private void draw(LogWalk walk, ConformanceReport report, List<String> roles) {
        walk.first()
                .ifPresentOrElse(
                        violation -> diagram.show(
                                streams,
                                ViolationDrawing.of(
                                        ConformanceText.headline(
                                                violation.session(),
                                                violation.event(),
                                                log().toString(),
                                                violation.happened().position()),
                                        roles,
                                        violation)),
                        () -> streams.complain("note: there is no violation to draw: "
                                + ConformanceText.lines(report).getFirst()));
    }

    private void show(ConformanceReport.Found found) {
        say(ConformanceText.lines(found, log().toString()));
    }

    /** The verdict comes first. */
    private void say(List<String> lines) {
        streams.say(Colours.Kind.VERDICT, lines.getFirst());
        lines.stream().skip(1).forEach(streams::say);
    }

    private void refuseContradictions() {
        if (most < 0) {
            throw CommandFailure.usage("--max-violations is at least 0, not " + most);
        }
        if (diagram.isUsed() && (json || follow)) {
            throw CommandFailure.usage(
                    "--diagram draws the first violation, and goes with neither --json nor --follow");
        }
        if (idle != null && !follow) {
            throw CommandFailure.usage("--idle goes with --follow");
        }
        if (idle != null && idle < 1) {
            throw CommandFailure.usage("--idle is at least 1, not " + idle);
        }
        if (follow && log().equals(STANDARD_INPUT)) {
            throw CommandFailure.usage("--follow is for files; standard input is read to its end anyway");
        }
        if (Collections.frequency(logs, STANDARD_INPUT) + (protocol.equals(STANDARD_INPUT) ? 1 : 0) > 1) {
            throw CommandFailure.usage("only one of PROTOCOL and LOG can be standard input");
        }
        if (logs.size() > 1) {
            refuseForSeveral();
        }
    }

    private void refuseForSeveral() {
        if (follow) {
            throw CommandFailure.usage("--follow waits for one LOG, and there are " + logs.size()
                    + "; which of several is late cannot be known before they end");
        }
        if (diagram.isUsed()) {
            throw CommandFailure.usage("--diagram draws what one LOG tells, and there are " + logs.size());
        }
        if (logs.size() > LogWalk.MOST_LOGS) {
            throw CommandFailure.usage("at most " + LogWalk.MOST_LOGS + " LOGs are read, not " + logs.size());
        }
        for (int i = 0; i < logs.size(); i++) {
            if (logs.subList(0, i).contains(logs.get(i))) {
                throw CommandFailure.usage("'" + logs.get(i) + "' is given twice");
            }
        }
    }

    private Path log() {
        return logs.getFirst();
    }

    private LogMapping mapping() {
        LogMapping rules = LogMapping.NONE;
        if (mapping != null) {
            byte[] bytes = streams.read(mapping, ReadPolicy.STRICT.maxBytes());
            try {
                rules = JsonInput.read(bytes, ReadPolicy.STRICT, LogMapping.CODEC);
            } catch (JsonException e) {
                throw new ProblemException(new UnreadableFile(mapping.toString(), e, 0), e);
            }
        }
        try {
            for (String rule : map) {
                rules = rules.with(rule);
            }
            for (String rule : skip) {
                rules = rules.skipping(rule);
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
        return rules;
    }

    private ProtocolAutomaton automaton() {
        Choreographies reader = strictness.choreographies(streams);
        GlobalType type = reader.readOne(protocol).globalType();
        if (!type.wellFormed()) {
            throw CommandFailure.at("NOT_WELL_FORMED", protocol.toString(), "the protocol is not well-formed");
        }
        Set<String> watched = observe.isEmpty() ? type.roles() : new TreeSet<>(observe);
        watched.stream()
                .filter(role -> !type.roles().contains(role))
                .findFirst()
                .ifPresent(stranger -> {
                    throw CommandFailure.usage("'" + stranger + "' is no role of the protocol; its roles are "
                            + String.join(", ", type.roles()));
                });
        watched.forEach(role -> RoleProjection.of(protocol + " role " + role, type, role, reader));
        return ProtocolAutomaton.watching(type, watched);
    }

    private ConformanceReport read(LogWalk walk, LogMapping rules) {
        return logs.size() == 1 ? readOne(walk, rules) : readSeveral(walk, rules);
    }

    private ConformanceReport readOne(LogWalk walk, LogMapping rules) {
        try (InputStream in = open(log());
                EventLog events = open(in, rules)) {
            return walk.of(events);
        } catch (JsonException e) {
            if (follow && !json) {
                streams.say("broken off: what is behind line " + e.line() + " was not looked at");
            }
            throw new ProblemException(new UnreadableFile(log().toString(), e, 0), e);
        } catch (IOException e) {
            throw CommandFailure.at("IO", log().toString(), OsText.of(e));
        }
    }

    private ConformanceReport readSeveral(LogWalk walk, LogMapping rules) {
        try (OpenLogs open = new OpenLogs()) {
            for (Path one : logs) {
                InputStream in = open(one);
                open.add(one.toString(), open(in, rules), in);
            }
            return walk.of(open.logs());
        } catch (IOException e) {
            throw CommandFailure.at("IO", "a log", OsText.of(e));
        }
    }

    private EventLog open(InputStream in, LogMapping rules) {
        return switch (format) {
            case JSON -> new JsonEventLog(in, rules);
            case OTLP -> new OtlpEventLog(in, rules);
        };
    }

    private InputStream open(Path log) {
        if (log.equals(STANDARD_INPUT)) {
            return streams.in();
        }
        try {
            if (Files.isDirectory(log)) {
                throw new FileSystemException(log.toString(), null, "Is a directory");
            }
            InputStream file = Files.newInputStream(log);
            return follow ? new FollowedStream(file, idle == null ? null : Duration.ofSeconds(idle)) : file;
        } catch (IOException e) {
            throw CommandFailure.at("IO", log.toString(), OsText.of(e));
        }
    }
}
