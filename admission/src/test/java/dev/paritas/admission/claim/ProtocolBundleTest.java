package dev.paritas.admission.claim;

import static dev.paritas.testsupport.Json.quoted;
import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.claim.ClassicalClaims.MeanFieldConfig;
import dev.paritas.admission.claim.DistributedClaims.FaultModel;
import dev.paritas.admission.claim.DistributedClaims.FlpConfig;
import dev.paritas.admission.claim.DistributedClaims.NakamotoConfig;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of bundles and claims (spec 32 §2-3). */
class ProtocolBundleTest {
    private static final long SEED = 3_2L;

    private static final String PING_GLOBAL = "{'branches':[{'continuation':{'kind':'end'},'label':"
            + "{'name':'Ping','sort':'unit'}}],'kind':'comm','receiver':'B','sender':'A'}";
    private static final String PING_A = "{'branches':[{'continuation':{'kind':'end'},'label':"
            + "{'name':'Ping','sort':'unit'}}],'kind':'send','partner':'B'}";
    private static final String PING_B = PING_A.replace("send", "recv").replace("'B'", "'A'");
    private static final String NO_CLAIMS = "{'schema_version':'lean_bridge.v1','liveness':null,"
            + "'distributed':{'fault_model':'Crash','flp':null,'cap':null,'quorum_geometry':null,"
            + "'partial_synchrony':null,'responsiveness':null,'nakamoto':null,'reconfiguration':null,"
            + "'atomic_broadcast':null,'accountable_safety':null,'failure_detectors':null,'data_availability':null,"
            + "'coordination':null,'crdt':null,'byzantine_safety':null,'consensus_envelope':null,"
            + "'failure_envelope':null,'protocol_machine_envelope_adherence':null,"
            + "'protocol_machine_envelope_admission':null,'protocol_envelope_bridge':null},"
            + "'classical':{'foster':null,'max_weight':null,'ldp':null,'mean_field':null,'heavy_traffic':null,"
            + "'mixing':null,'fluid':null,'concentration':null,'littles_law':null,'functional_clt':null,"
            + "'spectral_gap_termination':null}}";
    private static final String DEFAULT = "{'schema_version':'protocol_bundle.v1','global_type':" + PING_GLOBAL
            + ",'local_types':{'A':" + PING_A + ",'B':" + PING_B + "},'claims':" + NO_CLAIMS + "}";

    private static ProtocolBundle bundle(String text) {
        return JsonInput.read(quoted(text), ReadPolicy.PEER, ProtocolBundle.CODEC);
    }

    private static InvariantClaims claims(String text) {
        return JsonInput.read(quoted(text), ReadPolicy.PEER, InvariantClaims.CODEC);
    }

    private static String declared(ProtocolBundle bundle) {
        return new String(JsonOutput.declaredBytes(ProtocolBundle.CODEC, bundle), StandardCharsets.UTF_8);
    }

    private static JsonException refusal(String bundle) {
        JsonException e = catchThrowableOfType(JsonException.class, () -> bundle(bundle));
        assertThat(e).as(bundle).isNotNull();
        return e;
    }

    private static JsonException claimRefusal(String claims) {
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> claims("{'schema_version':'lean_bridge.v1'," + claims + "}"));
        assertThat(e).as(claims).isNotNull();
        return e;
    }

    @Test
    void the_default_bundle_is_the_published_text() {
        ProtocolBundle ping = new ProtocolBundle(
                singleQuoted(PING_GLOBAL),
                Map.of("B", singleQuoted(PING_B), "A", singleQuoted(PING_A)),
                InvariantClaims.NONE);
        assertThat(declared(ping)).isEqualTo(quoted(DEFAULT));
    }

    @Test
    void reading_and_writing_is_stable_in_both_orders() {
        assertThat(declared(bundle(DEFAULT))).isEqualTo(quoted(DEFAULT));
        String ascending = JsonOutput.compactText(ProtocolBundle.CODEC, bundle(DEFAULT));
        assertThat(ascending).startsWith(quoted("{'claims':{'classical':{'concentration':null"));
        assertThat(ascending).isEqualTo(singleQuoted(DEFAULT).compactText());
        assertThat(bundle(ascending)).isEqualTo(bundle(DEFAULT));
    }

    @Test
    void another_version_is_refused_in_the_published_words() {
        JsonException e = refusal(DEFAULT.replace("protocol_bundle.v1", "protocol_bundle.v2"));
        assertThat(e.code()).isEqualTo(JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION);
        assertThat(e).hasMessage("unsupported schema_version 'protocol_bundle.v2'; expected 'protocol_bundle.v1'");
        JsonException inner = refusal(DEFAULT.replace("lean_bridge.v1", "x"));
        assertThat(inner.path()).isEqualTo("/claims/schema_version");
        assertThat(inner)
                .hasMessage("unsupported schema_version 'x' for Lean bridge payload; expected 'lean_bridge.v1'");
    }

    @Test
    void a_missing_or_ill_typed_version_is_refused() {
        assertThat(refusal(DEFAULT.replace("'protocol_bundle.v1'", "1")).code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
        assertThat(refusal(DEFAULT.replace("'protocol_bundle.v1'", "null")).code())
                .isEqualTo(JsonErrorCode.WRONG_TYPE);
        JsonException missing = refusal(DEFAULT.replace("'schema_version':'protocol_bundle.v1',", ""));
        assertThat(missing.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
        assertThat(missing).hasMessageContaining("missing field `schema_version`");
        JsonException inner = refusal(DEFAULT.replace("'schema_version':'lean_bridge.v1',", ""));
        assertThat(inner.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"global_type", "local_types", "claims"})
    void all_three_parts_are_required(String part) {
        JsonException e = refusal(DEFAULT.replace("'" + part + "'", "'other'"));
        assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
        assertThat(e).hasMessageContaining("missing field `" + part + "`");
    }

    @Test
    void types_are_open_and_unknown_members_are_ignored_at_every_level() {
        assertThat(bundle("{'schema_version':'protocol_bundle.v1','global_type':7,'local_types':{'X':[null]},'zz':1,"
                        + "'claims':{'schema_version':'lean_bridge.v1','zz':1,'distributed':{'zz':{},'flp':"
                        + "{'crash_bound':1,'requires_determinism':true,'zz':0}},'classical':{'zz':[]}}}"))
                .isEqualTo(new ProtocolBundle(
                        JsonValue.Num.of(7),
                        Map.of("X", singleQuoted("[null]")),
                        InvariantClaims.of(DistributedClaims.builder()
                                .flp(new FlpConfig(1, true))
                                .build())));
    }

    @Test
    void missing_groups_are_defaults_and_null_groups_are_refused() {
        assertThat(claims("{'schema_version':'lean_bridge.v1'}")).isEqualTo(InvariantClaims.NONE);
        assertThat(claims("{'schema_version':'lean_bridge.v1','liveness':null,'distributed':{},'classical':{}}"))
                .isEqualTo(InvariantClaims.NONE);
        assertThat(claimRefusal("'distributed':null").code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
        assertThat(claimRefusal("'classical':null").code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
        assertThat(claimRefusal("'distributed':{'fault_model':null}").code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
    }

    /**
     * The table of spec 32 §3.2: every word, each in a claim that holds it. {@code Worded.word_of_ofWord?},
     * {@code scheduler_roundTrips} and its like: a word is read as its constant, and nothing else is read.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cooperative RoundRobin Priority ProgressAware |"
                        + " 'liveness':{'scheduler':'%s','progress_required':true}",
                "Crash Byzantine Hybrid | 'distributed':{'fault_model':'%s'}",
                "Asynchronous PartialSynchrony Synchronous | 'distributed':{'partial_synchrony':{'timing':'%s'}}",
                "Linearizable Sequential Eventual | 'distributed':{'cap':"
                        + "{'consistency':'%s','availability':'Total','partition_model':'None'}}",
                "Total BoundedDegradation BestEffort | 'distributed':{'cap':"
                        + "{'consistency':'Eventual','availability':'%s','partition_model':'None'}}",
                "None CrashOnly NetworkSplit | 'distributed':{'cap':"
                        + "{'consistency':'Eventual','availability':'Total','partition_model':'%s'}}",
                "Majority Weighted Flexible | 'distributed':{'quorum_geometry':"
                        + "{'quorum_system':'%s','n':1,'quorum_size':1,'intersection_size':1}}"
            },
            quoteCharacter = '"')
    void every_word_of_an_enumeration_is_kept_and_no_other_is_read(String words, String claim) {
        for (String word : words.split(" ", -1)) {
            InvariantClaims read = claims("{'schema_version':'lean_bridge.v1'," + claim.formatted(word) + "}");
            assertThat(JsonOutput.compactText(InvariantClaims.CODEC, read)).contains("\"" + word + "\"");
        }
        String first = words.split(" ", -1)[0];
        String lower = first.toLowerCase(Locale.ROOT);
        JsonException e = claimRefusal(claim.formatted(lower));
        assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_TAG);
        assertThat(e)
                .hasMessage("unknown variant `" + lower + "`, expected one of `" + words.replace(" ", "`, `") + "`");
        assertThat(claimRefusal(claim.formatted(first).replace("'" + first + "'", "null"))
                        .code())
                .isEqualTo(JsonErrorCode.WRONG_TYPE);
    }

    private static Stream<Arguments> slots() {
        return Stream.of(DistributedClaims.CODEC, ClassicalClaims.CODEC)
                .flatMap(codec -> ((Shape.Obj) codec.shape())
                        .members().stream()
                                .filter(member -> !member.name().equals("fault_model"))
                                .map(member -> Arguments.of(
                                        codec.equals(DistributedClaims.CODEC) ? "distributed" : "classical",
                                        member.name(),
                                        ((Shape.Nullable) member.shape()).inner())));
    }

    @Test
    void there_are_nineteen_distributed_and_eleven_classical_slots() {
        assertThat(slots().map(slot -> slot.get()[0]))
                .hasSize(30)
                .filteredOn("distributed"::equals)
                .hasSize(19);
    }

    @ParameterizedTest
    @MethodSource("slots")
    void one_slot_alone_keeps_its_values_and_leaves_the_others_null(String group, String name, Shape config) {
        ShapeInstances configs = new ShapeInstances(config, OptionalMembers.ALWAYS_PRESENT, 3, SEED);
        for (int i = 0; i < 40; i++) {
            JsonValue value = configs.next();
            InvariantClaims read = claims(
                    "{'schema_version':'lean_bridge.v1','" + group + "':{'" + name + "':" + value.compactText() + "}}");
            assertThat(slot(read, group)).as("seed %d, %s", SEED, value).containsEntry(name, value);
            assertThat(slot(read, group).entrySet().stream()
                            .filter(one ->
                                    !one.getKey().equals("fault_model") && !(one.getValue() instanceof JsonValue.Null))
                            .map(Map.Entry::getKey))
                    .containsExactly(name);
            assertThat(slot(read, group.equals("classical") ? "distributed" : "classical")
                            .values())
                    .allMatch(one -> one instanceof JsonValue.Null || one.equals(new JsonValue.Text("Crash")));
        }
    }

    @ParameterizedTest
    @MethodSource("slots")
    void a_present_claim_needs_all_its_values_but_options(String group, String name, Shape config) {
        JsonValue.Obj whole =
                (JsonValue.Obj) new ShapeInstances(config, OptionalMembers.ALWAYS_PRESENT, 3, SEED).next();
        for (Shape.Member member : ((Shape.Obj) config).members()) {
            Map<String, JsonValue> rest = new TreeMap<>(whole.members());
            rest.remove(member.name());
            String text = "'" + group + "':{'" + name + "':" + new JsonValue.Obj(rest).compactText() + "}";
            if (member.required()) {
                assertThat(claimRefusal(text)).hasMessageContaining("missing field `" + member.name() + "`");
            } else {
                assertThat(member.name()).isIn("delta_bound", "slack", "population_size", "mixing_time_bound");
                assertThat(slot(claims("{'schema_version':'lean_bridge.v1'," + text + "}"), group))
                        .hasEntrySatisfying(
                                name,
                                value -> assertThat(((JsonValue.Obj) value).members())
                                        .containsEntry(member.name(), JsonValue.NULL));
            }
        }
    }

    private static Map<String, JsonValue> slot(InvariantClaims claims, String group) {
        JsonValue tree = InvariantClaims.CODEC.toTree(claims);
        JsonValue slots = ((JsonValue.Obj) tree).members().getOrDefault(group, JsonValue.NULL);
        return ((JsonValue.Obj) slots).members();
    }

    @Test
    void a_disabled_claim_is_not_an_absent_one() {
        InvariantClaims disabled =
                claims("{'schema_version':'lean_bridge.v1','distributed':{'crdt':{'enabled':false}}}");
        assertThat(disabled.distributed().crdt()).isEqualTo(new EnabledConfig(false));
        assertThat(disabled).isNotEqualTo(InvariantClaims.NONE);
        assertThat(claims("{'schema_version':'lean_bridge.v1','distributed':{'crdt':null}}"))
                .isEqualTo(InvariantClaims.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | BAD_NUMBER",
                "1.0 | BAD_NUMBER",
                "18446744073709551616 | BAD_NUMBER",
                "\"1\" | WRONG_TYPE",
                "null | WRONG_TYPE"
            },
            quoteCharacter = '`')
    void a_count_is_an_unsigned_word(String number, JsonErrorCode code) {
        assertThat(claimRefusal("'distributed':{'flp':{'crash_bound':" + number + ",'requires_determinism':true}}")
                        .code())
                .isEqualTo(code);
    }

    @Test
    void the_largest_word_and_both_forms_of_a_fixed_point_number_are_read() {
        DistributedClaims read = claims("{'schema_version':'lean_bridge.v1','distributed':{'nakamoto':"
                        + "{'honest_fraction':'0.5','finality_depth':18446744073709551615}}}")
                .distributed();
        assertThat(read.nakamoto()).isEqualTo(new NakamotoConfig(FixedQ32.HALF, -1L));
        assertThat(JsonOutput.compactText(DistributedClaims.CODEC, read))
                .contains("\"nakamoto\":{\"finality_depth\":18446744073709551615,\"honest_fraction\":2147483648}");
        assertThat(claimRefusal("'distributed':{'nakamoto':{'honest_fraction':0.5,'finality_depth':1}}"))
                .hasMessage("invalid type: floating point `0.5`, expected a fixed-point number encoded as raw bits"
                        + " (i64/u64) or decimal string");
        assertThat(claimRefusal("'classical':{'max_weight':{'enabled':true,'slack':9223372036854775808}}")
                        .code())
                .isEqualTo(JsonErrorCode.BAD_NUMBER);
    }

    /** The table of spec 32 §3.6. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4294", "500000, 2147483648", "666667, 2863312962", "1000000, 4294967296"})
    void parts_per_million_have_the_published_bits(long ppm, long bits) {
        assertThat(FixedQ32.ppm(ppm).bits()).isEqualTo(bits);
    }

    @Test
    void builders_set_what_the_slots_hold() {
        DistributedClaims claims = DistributedClaims.builder()
                .faultModel(FaultModel.HYBRID)
                .reconfiguration(new ReconfigurationPolicy(false, false))
                .build();
        assertThat(claims("{'schema_version':'lean_bridge.v1','distributed':{'fault_model':'Hybrid',"
                        + "'reconfiguration':{'dynamic_membership':false,'overlap_required':false}}}"))
                .isEqualTo(InvariantClaims.of(claims));
        ClassicalClaims classical = ClassicalClaims.builder()
                .meanField(new MeanFieldConfig(true, null))
                .build();
        assertThat(claims("{'schema_version':'lean_bridge.v1','classical':{'mean_field':{'enabled':true}}}"))
                .isEqualTo(new InvariantClaims(null, DistributedClaims.NONE, classical));
    }

    @Test
    void local_types_are_sorted_by_code_point() {
        ProtocolBundle bundle = new ProtocolBundle(
                JsonValue.NULL,
                Map.of("\ud83d\ude00", JsonValue.NULL, "\uffff", JsonValue.NULL, "a", JsonValue.NULL),
                InvariantClaims.NONE);
        assertThat(List.copyOf(bundle.localTypes().keySet())).containsExactly("a", "\uffff", "\ud83d\ude00");
    }
}
