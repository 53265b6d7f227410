package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** Sources of users, compiled for Java 21 against the class path of this test. */
final class Compiled {
    private Compiled() {}

    static void into(Path folder, List<Path> sources) {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "21",
                "-Xlint:none",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK")
                .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(compiled).isZero();
    }
}
