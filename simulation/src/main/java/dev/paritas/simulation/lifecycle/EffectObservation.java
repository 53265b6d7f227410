package dev.paritas.simulation.lifecycle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.CanonicalHandle.CanonicalHandleKind;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen of one run when its observation ended, taken from a live machine or read back from a file.
 *
 * @param exchanges in the order of their ids
 * @param faulted whether the run ended with a fault
 */
public record EffectObservation(
        List<EffectExchange> exchanges, SemanticObjects objects, List<OutputConditionCheck> checks, boolean faulted) {
    public static final Codec<EffectObservation> CODEC = ObjectCodec.of(
            "EffectObservation",
            field("exchanges", Codec.listOf(EffectExchange.CODEC), EffectObservation::exchanges),
            field("semantic_objects", SemanticObjects.CODEC, EffectObservation::objects),
            field("output_condition_checks", Codec.listOf(OutputConditionCheck.CODEC), EffectObservation::checks),
            field("faulted", Codec.BOOL, EffectObservation::faulted),
            EffectObservation::new);

    public EffectObservation {
        exchanges = List.copyOf(exchanges);
        checks = List.copyOf(checks);
    }

    /** {@return what {@code machine} has recorded so far} */
    public static EffectObservation of(ProtocolMachine machine, boolean faulted) {
        return new EffectObservation(
                machine.records().effectExchanges(),
                machine.records().semanticObjects(),
                machine.records().outputConditionChecks(),
                faulted);
    }

    /** {@return whether something was published, and a result materialised (spec 52 §6.1)} */
    public boolean materialized() {
        return !objects.publicationEvents().isEmpty()
                && objects.canonicalHandles().stream()
                        .anyMatch(handle -> handle.kind() == CanonicalHandleKind.MATERIALIZATION);
    }

    /** {@return the predicate of the first output-condition check} */
    public Optional<String> firstPredicate() {
        return checks.stream().findFirst().map(check -> check.meta().predicateRef());
    }

    /** {@return how the effect of {@code exchange} ended, derived from the records (spec 52 §6.1)} */
    public EffectLifecycle lifecycle(EffectExchange exchange) {
        if (status(exchange).filter(OutstandingEffectStatus.BLOCKED::equals).isPresent()) {
            return EffectLifecycle.BLOCKED;
        }
        return switch (exchange.outcome().status()) {
            case EffectStatus.Blocked() -> EffectLifecycle.BLOCKED;
            case EffectStatus.Failure ignored -> EffectLifecycle.FAILED;
            case EffectStatus.Success() -> {
                if (!succeeded(exchange)) {
                    yield waited(exchange) ? EffectLifecycle.BLOCKED : EffectLifecycle.FAILED;
                }
                if (exchanges.stream().anyMatch(earlier -> precedes(earlier, exchange) && waited(earlier))) {
                    yield EffectLifecycle.RESUMED;
                }
                yield faulted ? EffectLifecycle.SUCCEEDED_THEN_FAULTED : EffectLifecycle.SUCCEEDED;
            }
        };
    }

    /** {@return whether the handler agreed and the machine did not take it back, as it does for a partitioned send} */
    boolean succeeded(EffectExchange exchange) {
        return exchange.outcome().status() instanceof EffectStatus.Success
                && status(exchange)
                        .filter(OutstandingEffectStatus.SUCCEEDED::equals)
                        .isPresent();
    }

    private Optional<OutstandingEffectStatus> status(EffectExchange exchange) {
        return objects.outstandingEffects().stream()
                .filter(effect -> effect.effectId() == exchange.effectId())
                .findFirst()
                .map(OutstandingEffect::status);
    }

    /** A retry asks the same of the same session; its effect id and tick are new. */
    private static boolean precedes(EffectExchange earlier, EffectExchange later) {
        EffectRequest one = earlier.request();
        EffectRequest two = later.request();
        return Long.compareUnsigned(earlier.effectId(), later.effectId()) < 0
                && Objects.equals(one.session(), two.session())
                && one.body().equals(two.body());
    }

    private boolean waited(EffectExchange exchange) {
        return objects.operationInstances().stream()
                .filter(operation -> operation.effectIds().contains(exchange.effectId()))
                .anyMatch(operation -> objects.progressTransitions().stream()
                        .anyMatch(transition -> transition.toState() == ProgressState.BLOCKED
                                && transition.operationId().equals(operation.operationId())));
    }
}
