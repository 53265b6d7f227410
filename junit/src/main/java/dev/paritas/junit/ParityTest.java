package dev.paritas.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One test for each protocol file. The method, and what runs before and after it, may take the
 * {@link dev.paritas.bridge.Choreography} and a {@link Recorder} as parameters, fresh ones for each test. When a recorder was
 * asked for, the recording must follow the protocol to its end once the test and its {@code @AfterEach} methods are through, and
 * a recording of nothing fails. Of a test that has failed by itself only violations are told besides.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ParityTestExtension.class)
public @interface ParityTest {
    /**
     * Patterns of file names with {@code /} between folders, as of {@link java.nio.file.FileSystem#getPathMatcher} with
     * {@code glob}. Files are looked for in the folders and jars of the class path, and where none is found there, from the
     * working directory on, which is the folder of the project. In jars, only a pattern is looked for that begins with a folder
     * of the jar. A pattern that no file matches is an error.
     */
    String[] value();

    /**
     * Whether there is a test for each way through a protocol. The {@link dev.paritas.bridge.Choreography} of such a test knows
     * its {@link dev.paritas.bridge.Choreography#choices}, and each recorded session must have made them.
     */
    boolean everyPath() default false;

    /** {@return how often a way takes a loop again at most; for {@link #everyPath}} */
    int loops() default 1;
}
