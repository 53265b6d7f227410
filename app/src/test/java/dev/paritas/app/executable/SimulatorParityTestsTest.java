package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.model.field.FieldFixture;
import dev.paritas.model.field.Rational;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The executable of spec 52 §3.5 and its served operations (docs/serve.md). */
class SimulatorParityTestsTest {
    private static Program.Ended run(List<FieldFixture> fixtures, String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SimulatorParityTests.executable(fixtures)
                .run(
                        List.of(args),
                        new ByteArrayInputStream(stdin.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        out,
                        err);
        return new Program.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_printed_when_every_fixture_holds() {
        assertThat(run(FieldFixture.PUBLISHED, "")).isEqualTo(new Program.Ended(0, "", ""));
        assertThat(run(FieldFixture.PUBLISHED, "", "ignored")).isEqualTo(new Program.Ended(0, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0, ising equilibrium fixture mismatch",
        "1, ising zero-beta drift fixture mismatch",
        "2, hamiltonian phase-gate fixture mismatch",
        "3, hamiltonian leapfrog fixture mismatch",
        "4, continuum phase-gate fixture mismatch",
        "5, continuum diffusion fixture mismatch"
    })
    void a_planted_expectation_is_named(int index, String message) {
        List<FieldFixture> planted = new ArrayList<>(FieldFixture.PUBLISHED);
        FieldFixture clean = planted.get(index);
        List<Rational> wrong = new ArrayList<>(clean.expected());
        // Just beyond the tolerance, or at all where the fixture is exact.
        Rational change = clean.exact() ? Rational.of(1, 1_000_000_000) : Rational.of(1_000_001, 1_000_000_000_000L);
        wrong.set(0, wrong.getFirst().plus(change));
        planted.set(
                index,
                new FieldFixture(
                        clean.name(),
                        clean.field(),
                        clean.state(),
                        clean.peers(),
                        clean.phase(),
                        wrong,
                        clean.exact()));
        assertThat(run(planted, "")).isEqualTo(new Program.Ended(1, "", "uncaught exception: " + message + "\n"));
    }

    @Test
    void the_tolerance_belongs_to_itself() {
        FieldFixture drift = FieldFixture.PUBLISHED.get(1);
        List<Rational> edge = drift.expected().stream()
                .map(n -> n.plus(Rational.of(1, 1_000_000)))
                .toList();
        assertThat(drift.accepts(edge)).isTrue();
    }

    @Test
    void the_served_mirror_steps_in_fractions() {
        List<String> lines = run(FieldFixture.PUBLISHED, """
                        {'id':1,'operation':'checkFixtures'}
                        {'id':2,'operation':'fieldStep','payload':{'field':{'layer':'mean_field','beta':'0','step_size':'1/10'},'state':['3/5','2/5'],'peers':[],'phase':0}}
                        {'id':3,'operation':'fieldStep','payload':{'field':{'layer':'hamiltonian','spring_constant':'1','mass':'1','step_size':'1/100'},'state':['1','0'],'peers':['-1'],'phase':3}}
                        {'id':4,'operation':'fieldStep','payload':{'field':{'layer':'continuum_field','coupling':'1','step_size':'1/10'},'state':['1','2'],'peers':[],'phase':1}}
                        {'id':5,'operation':'fieldStep','payload':{'field':{'layer':'mean_field','beta':'0.5','step_size':'1'},'state':[],'peers':[],'phase':0}}
                        {'id':6,'operation':'fly'}
                        """, "--serve").lines();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).contains("\"name\":\"simulator_parity_tests\"", "\"fieldStep\"");
        assertThat(lines.get(1)).contains("{\"name\":\"continuum diffusion\",\"passed\":true}");
        assertThat(lines.get(2)).isEqualTo("{\"id\":2,\"result\":{\"state\":[\"29/50\",\"21/50\"]}}");
        assertThat(lines.get(3)).isEqualTo("{\"id\":3,\"result\":{\"state\":[\"9999/10000\",\"-39999/2000000\"]}}");
        assertThat(lines.get(4)).contains("REFUSED", "continuum field expects exactly 1 state entry");
        assertThat(lines.get(5)).contains("REFUSED", "expected a fraction such as 3/2");
        assertThat(lines.get(6)).contains("UNKNOWN_OPERATION");
    }

    @Test
    void odd_payloads_are_refused_in_one_line_each() {
        StringBuilder requests = new StringBuilder();
        List<String> payloads = List.of(
                "null",
                "[]",
                "{}",
                "{'field':{'layer':'quantum'}}",
                "{'field':{'layer':'mean_field','beta':'1/0','step_size':'1'},'state':[],'peers':[],'phase':0}",
                "{'field':{'layer':'mean_field','beta':'1','step_size':'1'},'state':['1',2],'peers':[],'phase':0}",
                "{'field':{'layer':'mean_field','beta':'1','step_size':'1'},'state':['1','2'],'peers':[],'phase':-1}",
                "{'field':{'layer':'mean_field','beta':'" + "9".repeat(2_000)
                        + "','step_size':'1'},'state':['1','2'],'peers':[],'phase':0}");
        payloads.forEach(payload -> requests.append("{'operation':'fieldStep','payload':")
                .append(payload)
                .append("}\n"));
        List<String> lines =
                run(FieldFixture.PUBLISHED, requests.toString(), "--serve").lines();
        assertThat(lines.subList(1, lines.size()))
                .hasSize(payloads.size())
                .allSatisfy(line -> assertThat(line).contains("\"code\":\"REFUSED\""));
    }
}
