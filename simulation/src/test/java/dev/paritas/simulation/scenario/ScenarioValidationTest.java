package dev.paritas.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One case per message of spec 52 §4.2, and pairs that show which rule is asked first. */
class ScenarioValidationTest {
    private static final ReadPolicy DOCUMENT = ReadPolicy.PEER;

    /** Members replace those of a valid scenario; single quotes stand for double ones. */
    private static Scenario scenario(String members) {
        String name = members.startsWith("'name':") ? "" : "'name':'n',";
        String roles = members.contains("'roles':[") ? "" : "'roles':['A','B','C'],";
        String json = "{" + name + roles + "'steps':4," + members + "}";
        json = json.replace(",}", "}").replace('\'', '"');
        return JsonInput.read(json, DOCUMENT, Scenario.CODEC);
    }

    private static void refused(String members, Kind code, String message) {
        refused(members, SimulatorHost.SINGLE_THREAD, code, message);
    }

    private static void refused(String members, SimulatorHost host, Kind code, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ScenarioValidation.check(scenario(members), host))
                .withMessage(message)
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(code));
    }

    private static void accepted(String members) {
        ScenarioValidation.check(scenario(members), SimulatorHost.SINGLE_THREAD);
    }

    @Test
    void everything_that_may_be_left_out_has_its_default() {
        Scenario scenario = scenario("");
        accepted("");
        assertThat(scenario).isEqualTo(Scenario.of("n", List.of("A", "B", "C"), 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | scenario.name must not be empty",
                "a\\u0000b | scenario.name must not contain NUL bytes",
                "a/b | scenario.name must be a single safe path component without separators or '..'",
                "a\\\\b | scenario.name must be a single safe path component without separators or '..'",
                ".. | scenario.name must be a single safe path component without separators or '..'",
                ". | scenario.name must be a single safe path component without separators or '..'",
                "a b | scenario.name may only contain ASCII letters, digits, '.', '_' and '-'",
                "\u00e9 | scenario.name may only contain ASCII letters, digits, '.', '_' and '-'",
                "a/\\u0000 | scenario.name must not contain NUL bytes",
                "/\u00e9 | scenario.name must be a single safe path component without separators or '..'"
            })
    void names(String name, String message) {
        refused("'name':'" + name + "'", Kind.NAME, message);
    }

    @Test
    void roles() {
        refused("'roles':[]", Kind.ROLES, "scenario.roles must contain at least one role");
        refused("'roles':['A',' ']", Kind.ROLES, "scenario.roles must not contain empty role names");
        refused("'roles':['A','B','A']", Kind.ROLES, "duplicate role in scenario.roles: 'A'");
        refused("'name':'','roles':[]", Kind.NAME, "scenario.name must not be empty");
    }

    @Test
    void execution() {
        String canonical = "canonical simulator backend requires scheduler_concurrency = 1 and worker_threads = 1";
        refused(
                "'execution':{'scheduler_concurrency':0,'worker_threads':0}",
                Kind.EXECUTION,
                "scenario.execution.scheduler_concurrency must be >= 1");
        refused("'execution':{'worker_threads':0}", Kind.EXECUTION, "scenario.execution.worker_threads must be >= 1");
        refused(
                "'execution':{'backend':'threaded'}",
                Kind.EXECUTION,
                "scenario.execution.backend = \"threaded\" requires simulator feature `multi-thread`");
        refused("'execution':{'scheduler_concurrency':2}", Kind.EXECUTION, canonical);
        refused("'execution':{'backend':'canonical','worker_threads':2}", Kind.EXECUTION, canonical);
        accepted("'execution':{'backend':'canonical','worker_threads':1,'scheduler_concurrency':1}");
        ScenarioValidation.check(
                scenario("'execution':{'backend':'threaded','scheduler_concurrency':4}"), new SimulatorHost(true, 4));
    }

    @Test
    void limits() {
        refused("'checkpoint_interval':0", Kind.LIMITS, "scenario.checkpoint_interval must be > 0 when set");
        refused(
                "'checkpoint_interval':5,'execution':{'backend':'threaded'}",
                new SimulatorHost(true, 2),
                Kind.LIMITS,
                "scenario checkpoints currently require the canonical simulator backend");
        refused(
                "'durability':{'mode':'wal'}",
                Kind.LIMITS,
                "scenario durability.mode = wal requires checkpoint_interval so recovery has a typed base checkpoint");
        accepted("'durability':{'mode':'wal'},'checkpoint_interval':5");
    }

    @Test
    void network() {
        refused(
                "'network':{'latency_variance':'-0.5','loss_probability':'2'}",
                Kind.NETWORK,
                "network.latency_variance must be non-negative, got -0.5");
        refused(
                "'network':{'loss_probability':'1.5'}",
                Kind.NETWORK,
                "network.loss_probability must be in [0,1], got 1.5");
        link("'from':'X','to':'Y'", "network.links[0] references unknown from-role 'X'");
        link("'from':'A','to':'Y'", "network.links[0] references unknown to-role 'Y'");
        link("'from':'A','to':'A'", "network.links[0] has identical from/to role 'A'");
        link(
                "'from':'A','to':'B','loss_probability':'-1','latency_variance':'-1'",
                "network.links[0].loss_probability must be in [0,1], got -1");
        link(
                "'from':'A','to':'B','latency_variance':'-1'",
                "network.links[0].latency_variance must be non-negative, got -1");
        accepted("'network':{'base_latency_ms':3,'links':[{'from':'A','to':'B','enabled':false}]}");
    }

    private static void link(String members, String message) {
        refused("'network':{'links':[{" + members + "}]}", Kind.NETWORK, message);
    }

    private static final String PURE = "'effect':{'kind':'pure'}";

    private static void reconfiguration(String members, String message) {
        refused("'reconfigurations':[{" + members + "}]", Kind.RECONFIGURATION, message);
    }

    private static void action(String members, String message) {
        reconfiguration("'action':{" + members + "}," + PURE, message);
    }

    @Test
    void triggers() {
        String link = "'action':{'type':'link','from':'A','to':'B'}," + PURE;
        reconfiguration("'trigger':{'at_tick':1,'after_step':2}," + link, "trigger must specify exactly one condition");
        reconfiguration(
                "'trigger':{'immediate':true,'random':'0.5'}," + link, "trigger must specify exactly one condition");
        reconfiguration("'trigger':{'on_event':{'kind':'exploded'}}," + link, "unsupported on_event kind: exploded");
        accepted("'reconfigurations':[{'trigger':{'immediate':false,'at_tick':1}," + link + "}]");
        accepted("'reconfigurations':[{'trigger':{'on_event':{'kind':' Sent ','role':'A'}}," + link + "}]");
        accepted("'reconfigurations':[{" + link + "}]");
    }

    @Test
    void reconfigurations() {
        String link = "'action':{'type':'link','from':'A','to':'X'}";
        reconfiguration(
                link + ",'effect':{'kind':'pure','budget_cost':1}",
                "reconfigurations[0] pure reconfiguration must not consume transition budget");
        reconfiguration(
                link + ",'effect':{'kind':'transition_choreography'}",
                "reconfigurations[0] transition_choreography must declare budget_cost > 0");
        action("'type':'link','from':'A','to':'X'", "reconfigurations[0] link references unknown role 'X'");
        action("'type':'link','from':'A','to':'A'", "reconfigurations[0] link must name distinct roles");
        action(
                "'type':'delegation','from':'A','to':'B','scope':''",
                "reconfigurations[0] delegation scope must not be empty");
        action("'type':'handoff','from':'A','to':'B','id':' '", "reconfigurations[0] handoff id must not be empty");
        action(
                "'type':'federation','name':'','groups':[['A'],['B']]",
                "reconfigurations[0] federation name must not be empty");
        action(
                "'type':'federation','name':'f','groups':[['A','B'],['C','A']]",
                "reconfigurations[0] federation role 'A' appears in multiple groups");
        action(
                "'type':'federation','name':'f','groups':[['X']]",
                "reconfigurations[0] federation references unknown role 'X'");
        action(
                "'type':'mode_transition','role':'X','from_mode':'a','to_mode':'b'",
                "reconfigurations[0] mode_transition references unknown role 'X'");
        action(
                "'type':'mode_transition','role':'A','from_mode':'a','to_mode':''",
                "reconfigurations[0] mode_transition to_mode must not be empty");
        accepted("'reconfigurations':[{'action':{'type':'federation','name':'f','groups':[['A'],['B']]},"
                + "'effect':{'kind':'transition_choreography','budget_cost':2}}]");
    }

    private static void adversary(String members, String message) {
        refused("'adversaries':[{" + members + "}]", Kind.ADVERSARY, message);
    }

    @Test
    void adversaries() {
        String once = "'budget':{'mode':'activation','total':1}";
        String corruption = "'action':{'type':'corruption'}";
        adversary(
                corruption + ",'budget':{'mode':'windowed','total':0,'window_ticks':0,'max_per_window':0}",
                "adversaries[0] budget.total must be > 0");
        adversary("'id':''," + corruption + "," + once, "adversaries[0] id must not be empty");
        adversary(
                "'id':'x'," + corruption + "," + once + "},{'id':'x'," + corruption + "," + once,
                "duplicate adversary id 'x'");
        adversary(
                corruption + ",'budget':{'mode':'windowed','total':1,'window_ticks':0,'max_per_window':0}",
                "adversaries[0] budget.window_ticks must be > 0");
        adversary(
                corruption + ",'budget':{'mode':'windowed','total':1,'window_ticks':1,'max_per_window':0}",
                "adversaries[0] budget.max_per_window must be > 0");
        adversary(
                corruption + ",'budget':{'mode':'correlated','total':1,'probability':'1','burst_ticks':0}",
                "adversaries[0] budget.burst_ticks must be > 0");
        adversary(
                corruption + ",'budget':{'mode':'independent','total':1,'probability':'1.25'}",
                "adversaries[0] budget.probability must be in [0,1], got 1.25");
        adversary("'action':{'type':'crash','role':'X'}," + once, "adversaries[0] crash references unknown role 'X'");
        adversary(
                "'action':{'type':'crash','role':'A'},'budget':{'mode':'independent','total':1,'probability':0}",
                "adversaries[0] crash requires budget.mode = activation");
        adversary(
                "'action':{'type':'crash','role':'A'},'budget':{'mode':'activation','total':2}",
                "adversaries[0] crash requires budget.total = 1");
        adversary(
                "'action':{'type':'byzantine_interference'}," + once,
                "adversaries[0] byzantine_interference must declare at least one effect");
        accepted("'adversaries':[{'action':{'type':'byzantine_interference','delay_ticks':2}," + once + "}]");
        accepted("'adversaries':[{'action':{'type':'timing_disturbance','ticks':2}," + once + "}]");
    }

    @Test
    void properties_say_something() {
        refused("'properties':{'invariants':['']}", Kind.PROPERTIES, "properties.invariants[0] must not be empty");
        accepted("'properties':{'invariants':['x'],'liveness':[{'name':'l','precondition':'p','goal':'g','bound':3}]}");
    }

    @Test
    void the_groups_of_rules_are_asked_in_order() {
        refused(
                "'execution':{'worker_threads':0},'checkpoint_interval':0",
                Kind.EXECUTION,
                "scenario.execution.worker_threads must be >= 1");
        refused(
                "'checkpoint_interval':0,'network':{'loss_probability':'2'}",
                Kind.LIMITS,
                "scenario.checkpoint_interval must be > 0 when set");
        refused(
                "'network':{'loss_probability':'2'},'adversaries':[{'action':{'type':'corruption'},"
                        + "'budget':{'mode':'activation','total':0}}]",
                Kind.NETWORK,
                "network.loss_probability must be in [0,1], got 2");
    }

    @Test
    void the_field_layer_is_not_looked_at() {
        accepted("'field':{'layer':'continuum_field','params':{'coupling':1,'components':1,'initial_fields':[],"
                + "'step_size':1}}");
    }
}
