package dev.paritas.junit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the tests of a {@link ParityTest}. */
final class ParityTestExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), ParityTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ParityTest test = AnnotationSupport.findAnnotation(context.getElement(), ParityTest.class)
                .orElseThrow(() -> new ExtensionConfigurationException("@ParityTest is not there"));
        if (test.value().length == 0) {
            throw new ExtensionConfigurationException("@ParityTest names no pattern of protocol files");
        }
        ProtocolFiles files = ProtocolFiles.of(context.getRequiredTestClass());
        return Arrays.stream(test.value())
                .flatMap(pattern -> files.matching(pattern).stream())
                .distinct()
                .flatMap(file ->
                        test.everyPath() ? ParityInvocation.ofPaths(file, test.loops()) : ParityInvocation.of(file));
    }
}
