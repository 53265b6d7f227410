package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.InputException;
import dev.paritas.junit.ProtocolFiles.ProtocolFile;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.opentest4j.AssertionFailedError;

/** One test of a {@link ParityTest}: its protocol, its recorder, and the verdict at its end. */
final class ParityInvocation implements TestTemplateInvocationContext {
    /** The key of report entries. */
    private static final String WARNING = "paritas.warning";

    private final String name;
    private final boolean eager;
    private final Supplier<Choreography> reading;
    private final Recorder recorder = new Recorder();
    private @Nullable Choreography protocol;
    private boolean recorded;

    /** @param eager whether a protocol that cannot be had fails a test that does not ask for it, too */
    private ParityInvocation(String name, boolean eager, Supplier<Choreography> reading) {
        this.name = name;
        this.eager = eager;
        this.reading = reading;
    }

    /** {@return the test of a file, which is read when it is asked for: one that cannot be read fails its own test only} */
    static Stream<TestTemplateInvocationContext> of(ProtocolFile file) {
        return Stream.of(new ParityInvocation(file.name(), false, file::read));
    }

    /** {@return a test for each way through a file's protocol; one that fails, when there are none} */
    static Stream<TestTemplateInvocationContext> ofPaths(ProtocolFile file, int loops) {
        List<Choreography> paths;
        try {
            paths = file.read().paths(loops);
        } catch (InputException e) {
            return Stream.of(new ParityInvocation(file.name(), true, () -> {
                throw e;
            }));
        }
        return paths.stream().map(path -> new ParityInvocation(file.name() + way(path), true, () -> path));
    }

    private static String way(Choreography path) {
        return path.choices().stream()
                .map(choice -> choice.role() + ":" + choice.label())
                .collect(Collectors.joining(", ", " [", "]"));
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(
                new ProtocolParameter(),
                new RecorderParameter(),
                (BeforeEachCallback) this::require,
                (AfterEachCallback) this::judge);
    }

    /** What the reader of a protocol should know goes into the report of the test that read it. */
    private synchronized Choreography protocol(ExtensionContext context) {
        Choreography known = protocol;
        if (known == null) {
            known = reading.get();
            protocol = known;
            known.warnings().forEach(warning -> context.publishReportEntry(WARNING, warning.toString()));
        }
        return known;
    }

    private synchronized Recorder recorder() {
        recorded = true;
        return recorder;
    }

    private synchronized boolean isRecorded() {
        return recorded;
    }

    private void require(ExtensionContext context) {
        if (eager) {
            protocol(context);
        }
    }

    private void judge(ExtensionContext context) {
        if (!isRecorded()) {
            return;
        }
        Findings findings = Findings.of(recorder, protocol(context));
        boolean failed = context.getExecutionException().isPresent();
        if (failed ? !findings.violations().isEmpty() : !findings.conform()) {
            String why = failed ? FailureText.soFar(findings) : FailureText.complete(findings);
            throw new AssertionFailedError(name + ": " + why);
        }
    }

    private final class ProtocolParameter extends TypeBasedParameterResolver<Choreography> {
        @Override
        public Choreography resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return protocol(context);
        }
    }

    private final class RecorderParameter extends TypeBasedParameterResolver<Recorder> {
        @Override
        public Recorder resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return recorder();
        }
    }
}
