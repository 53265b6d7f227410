package dev.paritas.bridge.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.DistributedClaims.ResponsivenessConfig;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.PartialSynchronyConfig;
import dev.paritas.admission.claim.PartialSynchronyConfig.TimingModel;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.claim.QuorumGeometryConfig;
import dev.paritas.admission.claim.QuorumGeometryConfig.QuorumSystem;
import dev.paritas.bridge.corpus.BundleFixtures;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lint on claims (spec 32 §9), and where it differs from the validator. */
class ClaimLintTest {
    private static Optional<ClaimLint> lint(DistributedClaims.Builder claims) {
        return ClaimLint.first(InvariantClaims.of(claims.build()));
    }

    private static DistributedClaims.Builder quorum(QuorumSystem system, long n, long size, long intersection) {
        return DistributedClaims.builder().quorumGeometry(new QuorumGeometryConfig(system, n, size, intersection));
    }

    private static @Nullable EnabledConfig slot(int state) {
        return state == 0 ? null : new EnabledConfig(state == 2);
    }

    @Test
    void every_small_quorum_geometry_is_judged_by_the_rule() {
        for (QuorumSystem system : QuorumSystem.values()) {
            for (long n = 0; n <= 6; n++) {
                for (long size = 0; size <= 7; size++) {
                    for (long intersection = 0; intersection <= 7; intersection++) {
                        boolean insane = size == 0 || n == 0 || size > n || intersection > size;
                        boolean minority = system == QuorumSystem.MAJORITY && (intersection == 0 || 2 * size <= n);
                        assertThat(lint(quorum(system, n, size, intersection)))
                                .as("%s n=%d size=%d intersection=%d", system, n, size, intersection)
                                .isEqualTo(
                                        insane || minority ? Optional.of(ClaimLint.QUORUM_GEOMETRY) : Optional.empty());
                    }
                }
            }
        }
    }

    @Test
    void an_unbounded_delay_matters_where_responsiveness_is_claimed() {
        for (TimingModel timing : TimingModel.values()) {
            for (Long delta : new Long[] {null, 0L, 10L}) {
                DistributedClaims.Builder claims =
                        DistributedClaims.builder().partialSynchrony(new PartialSynchronyConfig(timing, delta));
                assertThat(lint(claims)).isEmpty();
                claims.responsiveness(new ResponsivenessConfig(false, false));
                assertThat(lint(claims).isPresent()).isEqualTo(timing == TimingModel.ASYNCHRONOUS && delta == null);
            }
        }
        assertThat(lint(DistributedClaims.builder().responsiveness(new ResponsivenessConfig(true, true))))
                .isEmpty();
    }

    @Test
    void an_enabled_bridge_needs_both_of_its_pillars_enabled() {
        for (int bridge = 0; bridge < 3; bridge++) {
            for (int adherence = 0; adherence < 3; adherence++) {
                for (int admission = 0; admission < 3; admission++) {
                    DistributedClaims.Builder claims = DistributedClaims.builder();
                    Optional.ofNullable(slot(bridge)).ifPresent(claims::protocolEnvelopeBridge);
                    Optional.ofNullable(slot(adherence)).ifPresent(claims::protocolMachineEnvelopeAdherence);
                    Optional.ofNullable(slot(admission)).ifPresent(claims::protocolMachineEnvelopeAdmission);
                    boolean broken = bridge == 2 && !(adherence == 2 && admission == 2);
                    assertThat(lint(claims))
                            .isEqualTo(broken ? Optional.of(ClaimLint.PROTOCOL_ENVELOPE_BRIDGE) : Optional.empty());
                }
            }
        }
    }

    @Test
    void the_first_family_in_order_is_reported() {
        DistributedClaims.Builder claims = DistributedClaims.builder().protocolEnvelopeBridge(new EnabledConfig(true));
        assertThat(lint(claims)).contains(ClaimLint.PROTOCOL_ENVELOPE_BRIDGE);
        claims.partialSynchrony(new PartialSynchronyConfig(TimingModel.ASYNCHRONOUS, null))
                .responsiveness(new ResponsivenessConfig(true, false));
        assertThat(lint(claims)).contains(ClaimLint.PARTIAL_SYNCHRONY);
        claims.quorumGeometry(new QuorumGeometryConfig(QuorumSystem.WEIGHTED, 1, 2, 1));
        assertThat(lint(claims)).contains(ClaimLint.QUORUM_GEOMETRY);
    }

    /** The fixtures of spec 32 §10.1: what the validator and the lint say of each. */
    @ParameterizedTest
    @CsvSource({
        "three_party_ack, '', ''",
        "bad_quorum, bundle.bad_quorum, quorum_geometry",
        "deadlock, bundle.deadlock_risk, ''",
        "unbounded_wait, bundle.unbounded_wait, partial_synchrony",
        "bridge_without_admission, '', protocol_envelope_bridge"
    })
    void the_fixtures_have_the_published_verdicts(String name, String code, String family) {
        ProtocolBundle bundle = switch (name) {
            case "three_party_ack" -> BundleFixtures.threePartyAck();
            case "bad_quorum" -> BundleFixtures.badQuorum();
            case "deadlock" -> BundleFixtures.deadlock();
            case "unbounded_wait" -> BundleFixtures.unboundedWait();
            default -> BundleFixtures.bridgeWithoutAdmission();
        };
        String answer = ValidatorOperation.VERIFY_PROTOCOL_BUNDLE
                .answer(ProtocolBundle.CODEC.toTree(bundle))
                .compactText();
        assertThat(answer)
                .contains(
                        code.isEmpty()
                                ? "\"errors\":[],\"valid\":true"
                                : "\"errors\":[{\"code\":\"" + code + "\",\"message\":");
        assertThat(ClaimLint.first(bundle.claims()).map(ClaimLint::family).orElse(""))
                .isEqualTo(family);
    }

    /** Spec 32 §9, last paragraph. */
    @Test
    void lint_and_validator_differ_in_both_directions() {
        assertThat(lint(quorum(QuorumSystem.WEIGHTED, 4, 2, 1))).isEmpty();
        assertThat(codes(quorum(QuorumSystem.WEIGHTED, 4, 2, 1))).contains("bundle.bad_quorum");
        assertThat(lint(quorum(QuorumSystem.WEIGHTED, 3, 4, 1))).isPresent();
        assertThat(codes(quorum(QuorumSystem.WEIGHTED, 3, 4, 1))).doesNotContain("bundle.bad_quorum");
    }

    private static String codes(DistributedClaims.Builder claims) {
        ProtocolBundle bundle = new ProtocolBundle(JsonValue.NULL, Map.of(), InvariantClaims.of(claims.build()));
        return ValidatorOperation.VERIFY_PROTOCOL_BUNDLE
                .answer(ProtocolBundle.CODEC.toTree(bundle))
                .compactText();
    }
}
