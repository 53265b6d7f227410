package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import dev.paritas.junit.ProtocolFiles.ProtocolFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.opentest4j.AssertionFailedError;

/** One test of a {@link ParityTest}: its protocol, its recorder, and the verdict at its end. */
final class ParityInvocation implements TestTemplateInvocationContext {
    private final ProtocolFile file;
    private final Recorder recorder = new Recorder();
    private @Nullable Choreography protocol;
    private boolean recorded;

    ParityInvocation(ProtocolFile file) {
        this.file = file;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return file.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new ProtocolParameter(), new RecorderParameter(), (AfterEachCallback) this::judge);
    }

    /** Read when it is asked for, so that a file that cannot be read fails its own test only. */
    private synchronized Choreography protocol() {
        Choreography known = protocol;
        if (known == null) {
            known = Choreography.read(file.path());
            protocol = known;
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

    private void judge(ExtensionContext context) {
        if (!isRecorded()) {
            return;
        }
        Findings findings = Findings.of(recorder, protocol());
        boolean failed = context.getExecutionException().isPresent();
        if (failed ? !findings.violations().isEmpty() : !findings.conform()) {
            String why = failed ? FailureText.soFar(findings) : FailureText.complete(findings);
            throw new AssertionFailedError(file.name() + ": " + why);
        }
    }

    private final class ProtocolParameter extends TypeBasedParameterResolver<Choreography> {
        @Override
        public Choreography resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return protocol();
        }
    }

    private final class RecorderParameter extends TypeBasedParameterResolver<Recorder> {
        @Override
        public Recorder resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return recorder();
        }
    }
}
