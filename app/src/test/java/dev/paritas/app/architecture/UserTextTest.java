package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user reads of pages, not of the specification: no text of the product cites it. */
class UserTextTest {
    private static final Pattern CITATION = Pattern.compile("(?i)\\bspec(?:ification)?s?\\b[^a-z]*[\\d%]|§");

    @TempDir
    Path folder;

    @Test
    void no_text_of_the_product_cites_the_specification() throws IOException {
        List<Path> sources = Sources.product(Checkout.ROOT);
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(citing(sources)).isEmpty();
    }

    @Test
    void a_text_that_does_is_found_and_a_comment_is_not() throws IOException {
        Path file = folder.resolve("A.java");
        Files.writeString(file, """
                /** As spec 22 §16 says. */
                class A {
                    static final String RIGHT = "the specification of the runner"; // spec 10 §1
                    static final String WRONG = "see spec 22 §16 row 1";
                    static final String FORMAT = "spec %d";
                }
                """);
        assertThat(citing(List.of(file))).containsExactly("A.java: see spec 22 §16 row 1", "A.java: spec %d");
    }

    private static List<String> citing(List<Path> sources) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK");
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                String name =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                new TreeScanner<Void, String>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, String file) {
                        if (literal.getValue() instanceof String text
                                && CITATION.matcher(text).find()) {
                            found.add(file + ": " + text);
                        }
                        return super.visitLiteral(literal, file);
                    }
                }.scan(unit, name);
            }
        }
        return found;
    }
}
