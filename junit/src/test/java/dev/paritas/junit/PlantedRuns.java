package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.paritas.bridge.Choreography;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Test classes that {@link ParityTestRunsTest} runs, most of which fail; the build looks for none of them. */
final class PlantedRuns {
    private PlantedRuns() {}

    static final class Sound {
        @ParityTest("protocols/*.tell")
        void follows(Choreography protocol, Recorder recorder) {
            play(protocol, recorder);
        }
    }

    static final class EveryPath {
        @ParityTest(value = "protocols/order.tell", everyPath = true)
        void goes_its_way(Choreography protocol, Recorder recorder) {
            Played.order(recorder, "order-1", protocol.choices().getFirst().label());
        }
    }

    static final class OneWayOnly {
        @ParityTest(value = "protocols/order.tell", everyPath = true)
        void always_refuses(Recorder recorder) {
            Played.order(recorder, "order-1");
        }
    }

    static final class EveryPathUnread {
        @ParityTest(value = "damaged/damaged.tell", everyPath = true)
        void needs_no_protocol() {
            assertThat(1).isOne();
        }
    }

    static final class Violating {
        @ParityTest("protocols/*.tell")
        void follows(Choreography protocol, Recorder recorder) {
            Played.greeting(recorder, "visit-1");
        }
    }

    static final class Unfinished {
        @ParityTest("protocols/greeting.tell")
        void follows(Recorder recorder) {
            recorder.sent("visit-1", "Client", "Server", "Hello");
        }
    }

    static final class Silent {
        @ParityTest("protocols/greeting.tell")
        void follows(Recorder recorder) {
            assertThat(recorder.size()).isZero();
        }
    }

    static final class WithoutRecorder {
        @ParityTest("protocols/{greeting,order}.tell")
        void is_sound(Choreography protocol) {
            assertThat(protocol.problems()).isEmpty();
        }
    }

    static final class Around {
        @BeforeEach
        void begin(Recorder recorder) {
            recorder.sent("visit-1", "Client", "Server", "Hello");
            recorder.received("visit-1", "Server", "Client", "Hello");
        }

        @ParityTest("protocols/greeting.tell")
        void follows(Recorder recorder) {
            assertThat(recorder.size()).isEqualTo(2);
        }

        @AfterEach
        void end(Recorder recorder) {
            recorder.sent("visit-1", "Server", "Client", "Welcome");
            recorder.received("visit-1", "Client", "Server", "Welcome");
        }
    }

    static final class FailingInTheMiddle {
        @ParityTest("protocols/greeting.tell")
        void fails(Recorder recorder) {
            recorder.sent("visit-1", "Client", "Server", "Hello");
            fail("of its own");
        }
    }

    static final class FailingBehindAViolation {
        @ParityTest("protocols/greeting.tell")
        void fails(Recorder recorder) {
            recorder.sent("visit-1", "Server", "Client", "Welcome");
            fail("of its own");
        }
    }

    static final class Warned {
        @ParityTest("warned/*.tell")
        void is_told(Choreography protocol) {
            assertThat(protocol.warnings()).hasSize(1);
        }
    }

    static final class NoFile {
        @ParityTest("protocols/none-*.tell")
        void is_never_run(Choreography protocol) {
            fail("there is no protocol");
        }
    }

    static final class NoPattern {
        @ParityTest("protocols/[.tell")
        void is_never_run(Choreography protocol) {
            fail("there is no protocol");
        }
    }

    static final class Damaged {
        @ParityTest("damaged/*.tell")
        void is_sound(Choreography protocol) {
            assertThat(protocol.problems()).isEmpty();
        }
    }

    static final class OfTheProject {
        @ParityTest("src/test/**/order.tell")
        void is_sound(Choreography protocol) {
            assertThat(protocol.roles()).containsExactly("Buyer", "Seller");
        }
    }

    private static void play(Choreography protocol, Recorder recorder) {
        if (protocol.roles().contains("Buyer")) {
            Played.order(recorder, "order-1");
        } else {
            Played.greeting(recorder, "visit-1");
        }
    }
}
