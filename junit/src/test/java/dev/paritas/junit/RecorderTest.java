package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    @TempDir
    Path folder;

    @Test
    void a_recording_is_written_as_a_log_that_conform_reads() throws IOException {
        Recorder recorder = new Recorder();
        Played.order(recorder, "a \"quoted\" \\ name\n");
        Path log = Files.writeString(folder.resolve("log.jsonl"), recorder.jsonLines());
        assertThat(Files.readAllLines(log)).hasSize(recorder.size());
        assertThat(Played.ORDER.conform(log).outcome()).isEqualTo(Conformance.Outcome.COMPLETE);
    }

    @Test
    void a_log_has_the_members_that_the_page_on_logs_shows() {
        Recorder recorder = new Recorder();
        recorder.sent("s", "Buyer", "Seller", "Order");
        recorder.received("s", "Seller", "Buyer", "Order");
        recorder.chose("s", "Seller", "Buyer", "Refuse");
        recorder.ended("s", "Seller");
        assertThat(recorder.jsonLines()).isEqualTo("""
                {"session":"s","role":"Buyer","action":"send","peer":"Seller","label":"Order"}
                {"session":"s","role":"Seller","action":"receive","peer":"Buyer","label":"Order"}
                {"session":"s","role":"Seller","action":"choose","peer":"Buyer","label":"Refuse"}
                {"session":"s","role":"Seller","action":"end"}
                """);
    }

    @Test
    void sessions_of_many_threads_are_all_kept_in_order() {
        Recorder recorder = new Recorder();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++) {
                String session = "order-" + i;
                threads.execute(() -> Played.order(recorder, session));
            }
        }
        assertThat(recorder.size()).isEqualTo(1000 * Played.ORDER_EVENTS);
        ParityAssertions.assertThat(recorder).conformsTo(Played.ORDER);
    }
}
