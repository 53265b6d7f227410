package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tests of docs/junit.md compile for Java 21, and pass, or fail as the page shows. */
class JUnitPageTest {
    private static final Path PAGE = Checkout.ROOT.resolve("docs/junit.md");
    private static final Pattern BLOCK =
            Pattern.compile("```java\\n(.*?)```\\n(?:\\n```output\\n(.*?)\\n```)?", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+) ", Pattern.MULTILINE);
    private static final Pattern PROTOCOL = Pattern.compile("```tell order\\.tell\\n(.*?)```", Pattern.DOTALL);

    /**
     * A test class of the page.
     *
     * @param failure of its one test that fails; empty when all pass
     */
    private record Shown(String name, String source, String failure) {}

    @TempDir
    Path folder;

    private static List<Shown> shown() throws IOException {
        List<Shown> shown = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            Matcher name = CLASS.matcher(block.group(1));
            assertThat(name.find()).isTrue();
            shown.add(new Shown(name.group(1), block.group(1), Objects.requireNonNullElse(block.group(2), "")));
        }
        return shown;
    }

    @Test
    void the_page_shows_every_step_and_three_failures() throws IOException {
        assertThat(shown())
                .extracting(Shown::name)
                .containsExactly("ShopTest", "OrderTest", "EveryOrderTest", "AgreementTest");
        assertThat(shown()).filteredOn(one -> !one.failure().isEmpty()).hasSize(3);
    }

    @Test
    void the_page_shows_the_protocol_that_its_tests_read() throws IOException {
        Matcher protocol = PROTOCOL.matcher(Files.readString(PAGE));
        assertThat(protocol.find()).isTrue();
        assertThat(Path.of("src/test/resources/protocols/order.tell")).hasContent(protocol.group(1));
    }

    @TestFactory
    List<DynamicTest> each_test_ends_as_the_page_shows() throws IOException {
        return shown().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)))
                .toList();
    }

    private void check(Shown shown) throws IOException, ClassNotFoundException {
        Path source = Files.writeString(folder.resolve(shown.name() + ".java"), shown.source());
        Compiled.into(folder, List.of(source));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JUnitPageTest.class.getClassLoader())) {
            TestRun run = TestRun.of(loader.loadClass(shown.name()));
            List<String> failures = run.results().values().stream()
                    .flatMap(result -> result.getThrowable().stream())
                    .map(Throwable::getMessage)
                    .toList();
            assertThat(run.results()).isNotEmpty();
            assertThat(failures).isEqualTo(shown.failure().isEmpty() ? List.of() : List.of(shown.failure()));
        }
    }
}
