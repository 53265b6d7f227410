package dev.paritas.choreography.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated protocols, runs of them, and changed runs: the monitor judges as the rules do, event by event. */
class MonitorPropertyTest {
    private static final int SEEDS = 3000;
    private static final int MOST_EVENTS = 60;

    private int violations;
    private int complete;
    private int open;

    @Test
    void the_monitor_judges_every_log_as_the_rules_do() {
        for (long seed = 0; seed < SEEDS; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            if (!projects(type)) {
                continue;
            }
            Random random = new Random(seed);
            List<Observation> log = run(type, random);
            judge(type, log, seed);
            judge(type, GeneratedLogs.changed(log, random), seed);
            judge(type, GeneratedLogs.run(ProtocolAutomaton.of(type), random, MOST_EVENTS), seed);
        }
        // Every kind of answer was met often, so that none of them goes untested.
        assertThat(violations).isGreaterThan(200);
        assertThat(complete).isGreaterThan(200);
        assertThat(open).isGreaterThan(200);
    }

    private void judge(GlobalType type, List<Observation> log, long seed) {
        Monitor monitor = new Monitor(ProtocolAutomaton.of(type), false);
        NaiveSession rules = new NaiveSession(type);
        for (int i = 0; i < log.size(); i++) {
            Observation seen = log.get(i);
            boolean allowed = rules.take(seen);
            Violation violation = monitor.observe("s", seen.role(), seen.action(), seen.peer(), seen.label(), i);
            assertThat(violation == null)
                    .as("seed %d, event %d: %s of %s", seed, i, seen.text(), type)
                    .isEqualTo(allowed);
            if (violation != null) {
                assertThat(violation.event()).isEqualTo(i + 1);
                violations++;
                return;
            }
        }
        boolean everyRoleEnded = !log.isEmpty() && rules.isComplete();
        assertThat(monitor.summary().complete()).as("seed %d", seed).isEqualTo(everyRoleEnded ? 1 : 0);
        assertThat(monitor.summary().open()).isEqualTo(everyRoleEnded || log.isEmpty() ? 0 : 1);
        complete += everyRoleEnded ? 1 : 0;
        open += everyRoleEnded ? 0 : 1;
    }

    private static boolean projects(GlobalType type) {
        try {
            Projection.projectAll(type);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static List<Observation> run(GlobalType type, Random random) {
        NaiveSession session = new NaiveSession(type);
        List<Observation> log = new ArrayList<>();
        int most = random.nextInt(MOST_EVENTS);
        while (log.size() < most) {
            List<Observation> enabled = session.enabled();
            if (enabled.isEmpty()) {
                break;
            }
            Observation next = enabled.get(random.nextInt(enabled.size()));
            session.take(next);
            log.add(next);
        }
        return log;
    }
}
