package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final byte[] ANSWER = "an answer".getBytes(StandardCharsets.US_ASCII);

    @Test
    void an_answer_is_read_while_there_is_time() throws IOException {
        assertThat(Deadline.in(Duration.ofHours(1)).reading(ANSWER).readAllBytes())
                .isEqualTo(ANSWER);
    }

    @Test
    void an_answer_is_not_read_on_when_the_time_is_over() {
        ChildException error = catchThrowableOfType(
                ChildException.class,
                () -> Deadline.in(Duration.ZERO).reading(ANSWER).read(new byte[4], 0, 4));
        assertThat(error.code()).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
        assertThat(error).hasMessage("the answer of 9 bytes was not read within 0 ms");
    }
}
