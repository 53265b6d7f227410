package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Byte-exact bundles and audit logs of the reference, from hand-played calls (spec 30 §19). */
class WorkedExamplesTest {
    @Test
    void six_rounds_of_one_message_give_the_published_bytes() {
        Script script = Script.sixRounds(Retention.full());

        assertBundle(script, 62767, "f84704f90ffccd093a265830b080c3ec2be0fcde80478f32c7fbf184860d9c86");
        assertAudit(script, 18642, "63f06af2a988753e01c90427fe68e5422dd19a3c6b95ea01684517a1d45c87a3");
    }

    @Test
    void the_ascending_form_of_the_bundle_has_its_own_published_digest() {
        byte[] bytes = JsonOutput.compactBytes(
                SemanticObjects.CODEC, Script.sixRounds(Retention.full()).bundle());

        assertThat(bytes).hasSize(62767);
        assertThat(sha256(bytes)).isEqualTo("ded577a19c387f9b5dc8fb82edd3eee7d790366a0635b2be693a3200d0a29d05");
    }

    @Test
    void six_rounds_fill_the_lists_as_listed() {
        SemanticObjects bundle = Script.sixRounds(Retention.full()).bundle();

        assertThat(bundle.operationInstances()).hasSize(22);
        assertThat(bundle.outstandingEffects()).hasSize(18);
        assertThat(bundle.observedReads()).hasSize(18);
        assertThat(bundle.authoritativeReads()).hasSize(4);
        assertThat(bundle.materializationProofs()).hasSize(4);
        assertThat(bundle.canonicalHandles()).hasSize(4);
        assertThat(bundle.publicationEvents()).hasSize(19);
        assertThat(bundle.prestateBindings()).hasSize(22);
        assertThat(bundle.agreementProfiles())
                .extracting(profile -> profile.profileName())
                .containsExactly("PendingPublication", "ProofFinalization");
        assertThat(bundle.agreementContracts()).hasSize(22);
        assertThat(bundle.agreementEvidence()).hasSize(23);
        assertThat(bundle.agreementStates()).hasSize(22);
        assertThat(bundle.progressContracts()).hasSize(19);
        assertThat(bundle.progressTransitions()).isEmpty();
        assertThat(bundle.semanticHandoffs()).isEmpty();
        assertThat(bundle.regions()).singleElement().satisfies(region -> {
            assertThat(region.regionId()).isEqualTo("session:0");
            assertThat(region.effectIds()).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 9L, 10L, 13L, 14L);
            assertThat(region.operationIds())
                    .containsExactly(
                            "effect:1",
                            "effect:10",
                            "effect:13",
                            "effect:14",
                            "effect:2",
                            "effect:3",
                            "effect:5",
                            "effect:6",
                            "effect:7",
                            "effect:9");
            assertThat(region.handleIds()).isEmpty();
        });
    }

    @Test
    void paths_of_the_six_rounds_stand_at_the_listed_stages() {
        FinalizationView view =
                new FinalizationView(Script.sixRounds(Retention.full()).bundle());

        assertThat(view.path("effect:1").orElseThrow().stage()).isEqualTo(FinalizationStage.OBSERVED);
        assertThat(view.path("effect:1").orElseThrow().readClass()).isEqualTo(FinalizationReadClass.OBSERVED_ONLY);
        assertThat(view.path("effect:11")).hasValueSatisfying(path -> {
            assertThat(path.stage()).isEqualTo(FinalizationStage.AUTHORITATIVE);
            assertThat(path.readClass()).isEqualTo(FinalizationReadClass.MIXED);
            assertThat(path.authoritativeReadIds())
                    .hasSize(4)
                    .containsOnly(path.authoritativeReadIds().getFirst());
        });
        assertThat(view.paths())
                .filteredOn(path -> path.operationId().startsWith("materialization:"))
                .hasSize(4)
                .allSatisfy(path -> {
                    assertThat(path.stage()).isEqualTo(FinalizationStage.CANONICAL);
                    assertThat(path.readClass()).isEqualTo(FinalizationReadClass.AUTHORITATIVE_ONLY);
                });
        assertThat(view.observedReadIsNoncanonical("effect:1")).isTrue();
        assertThat(view.observedReadIsNoncanonical("effect:99")).isFalse();
    }

    @Test
    void a_binary_choice_gives_the_published_bytes() {
        Script script = Script.recording();
        Value yes = new Value.Str("yes");
        script.round();
        script.sendExchange("A", "B", "yes", yes);
        script.hint("A");
        Edge edge = new Edge(0, "A", "B");
        script.commit(
                new ObservableEvent.Sent(1, edge, 0, "A", "B", "yes"), new ObservableEvent.Offered(1, edge, "yes"));
        script.endRound();
        script.round();
        script.exchange(
                0L,
                new EffectRequestBody.Receive("B", "A", "yes", Script.registers("B"), yes),
                new EffectResponse.Receive(Script.registers("B")));
        script.hint("B");
        script.commit(
                new ObservableEvent.Received(2, edge, 0, "A", "B", "yes"), new ObservableEvent.Chose(2, edge, "yes"));
        script.endRound();
        script.round().endRound();
        script.round().endRound();

        assertBundle(script, 34815, "cb22c8bf994ce192b277d192a9fc05caf8ebede8197273de373b017710da9afc");
        assertAudit(script, 10367, "0059d2f59a4bdb25f721f805a670f0523772ac1b7f4b652704336456b80ebe02");
    }

    @Test
    void a_partition_healed_at_the_next_tick_gives_the_published_bytes() {
        Script script = Script.recording();
        script.round(new TopologyEvent.Partition("A", "B"));
        long refused = script.sendExchange("A", "B", "msg", Value.UNIT);
        script.ledger.override(
                1, refused, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked("topology unavailable"));
        script.endRound();
        script.round(new TopologyEvent.Heal("A", "B")).endRound();
        script.round().send("A", "B", "msg", Value.UNIT);
        script.round().invoke("A", 0);
        script.round().receive("B", "A", "msg", Value.UNIT);
        script.round().endRound();
        script.round().invoke("B", 1);
        script.round().endRound();

        assertBundle(script, 76276, "d7345a876672c18b51d9a5b0209b39e245c94f5265d9ffdb19715dee798da048");
        assertAudit(script, 24092, "936755e0e9ebfb91856a238373d6448bd2357db12d7b25cfed1802cba76ba763");
    }

    @Test
    void a_denied_step_gives_the_published_bytes() {
        Script script = Script.recording();
        script.round().send("A", "B", "msg", Value.UNIT);
        script.round().receive("B", "A", "msg", Value.UNIT);
        script.round();
        EffectFailure denied = new EffectFailure(EffectFailureKind.DENIED, "nope");
        script.exchange(
                0L, new EffectRequestBody.InvokeStep("A", Script.registers("A")), EffectOutcome.failure(denied));
        long issued = script.ledger.issue(
                3, Script.HANDLER, EffectKind.INVOKE_STEP, 0L, EffectPayloads.action(0, "A", "runtime.step"), null);
        script.ledger.complete(3, issued, OutstandingEffectStatus.FAILED, EffectPayloads.failure(denied));
        script.trace.add(new ObservableEvent.FailureBranchEntered(3, 0, 0, new Fault.Invoke(denied)));

        assertBundle(script, 37246, "c4345570a4faa49ac3050c8e2be4d5d2a49fa063e78d5a4c606458b044d4e037");
        assertAudit(script, 11384, "2100432a6688471c9305aa75243f625a0c74eaac5d1297c3841f4fbd2d2d28a0");
    }

    private static Script transfer() {
        Script script = Script.recording();
        script.round().endRound();
        script.round().endRound();
        script.round();
        DelegationReceipt receipt =
                new DelegationReceipt(0, 0, new Endpoint(0, "A"), 0, 1, OwnershipScope.fragment("A"));
        script.ledger.handoffCommitted(3, receipt);
        List<Value> registers = new ArrayList<>(Script.registers("A"));
        registers.set(1, new Value.Nat(1));
        script.exchange(0L, new EffectRequestBody.OutputHint("A", registers), new EffectResponse.OutputHint(null));
        script.commit(new ObservableEvent.Transferred(3, 0, "A", 0, 1));
        script.endRound();
        script.round().endRound();
        return script;
    }

    @Test
    void a_transfer_gives_the_published_bytes() {
        assertBundle(transfer(), 20993, "4721db5ed484d65fe6acb169a803246047fa85a927700d402aed47ffc450786c");
        assertAudit(transfer(), 6384, "6daa988497194bd203e106cc7dc9138963eeb6c8a51b3c3b43150a6de7de9fde");
    }

    @Test
    void a_transfer_shows_the_listed_objects() {
        SemanticObjects bundle = transfer().bundle();

        assertThat(text(SemanticHandoff.CODEC, bundle.semanticHandoffs().getFirst()))
                .isEqualTo("{\"handoff_id\":0,\"session\":0,\"from_coro\":0,\"to_coro\":1,"
                        + "\"revoked_owner_id\":\"coro:0\",\"activated_owner_id\":\"coro:1\","
                        + "\"scope\":{\"Fragments\":[\"A\"]},\"status\":\"Committed\",\"tick\":3,\"reason\":null}");
        assertThat(bundle.transformationObligations()).singleElement().satisfies(obligation -> {
            assertThat(obligation.affectedOperationIds()).containsExactly("effect:3");
            assertThat(obligation.transportedEffectIds()).isEmpty();
            assertThat(obligation.invalidatedEffectIds()).isEmpty();
            assertThat(obligation.witnessPolicy()).isEqualTo("transport_pending_invalidate_blocked");
        });
        FinalizationView view = new FinalizationView(bundle);
        assertThat(view.path("effect:3")).hasValueSatisfying(path -> {
            assertThat(path.stage()).isEqualTo(FinalizationStage.INVALIDATED);
            assertThat(path.invalidatedByHandoffIds()).containsExactly(0L);
        });
        assertThat(view.path("handoff:0")).hasValueSatisfying(path -> {
            assertThat(path.stage()).isEqualTo(FinalizationStage.CANONICAL);
            assertThat(path.readClass()).isEqualTo(FinalizationReadClass.NONE);
            assertThat(path.proofIds()).containsExactly("handoff:0");
            assertThat(path.canonicalHandleIds()).containsExactly("handoff:0");
        });
        assertThat(bundle.progressContracts())
                .filteredOn(contract -> contract.operationId().equals("handoff:0"))
                .singleElement()
                .satisfies(contract -> {
                    assertThat(contract.lastProgressTick()).isEqualTo(3);
                    assertThat(contract.reason()).isEqualTo("semantic handoff committed");
                });
    }

    private static void assertBundle(Script script, int length, String digest) {
        byte[] bytes = JsonOutput.declaredBytes(SemanticObjects.CODEC, script.bundle());
        assertThat(bytes).hasSize(length);
        assertThat(sha256(bytes)).isEqualTo(digest);
    }

    private static void assertAudit(Script script, int length, String digest) {
        byte[] bytes = JsonOutput.declaredBytes(Codec.listOf(SemanticAuditRecord.CODEC), script.audit());
        assertThat(bytes).hasSize(length);
        assertThat(sha256(bytes)).isEqualTo(digest);
    }

    private static <T> String text(Codec<T> codec, T value) {
        return new String(JsonOutput.declaredBytes(codec, value), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
