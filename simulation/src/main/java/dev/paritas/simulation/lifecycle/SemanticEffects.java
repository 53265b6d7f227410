package dev.paritas.simulation.lifecycle;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the seven fixtures of the reduced bundle out of five observed runs (spec 52 §6, §6.1). */
public final class SemanticEffects {
    /** The observed runs. */
    public record Runs(
            EffectObservation blockedSend,
            EffectObservation internalEffects,
            EffectObservation failedInvoke,
            EffectObservation sendBeforeFault,
            EffectObservation resumedSend) {
        /** {@return the scenes, run now} */
        public static Runs fresh() {
            return new Runs(
                    EffectScenes.blockedSend(),
                    EffectScenes.internalEffects(),
                    EffectScenes.failedInvoke(),
                    EffectScenes.sendBeforeFault(),
                    EffectScenes.resumedSend());
        }
    }

    private SemanticEffects() {}

    /** {@return the bundle of this machine} */
    public static SemanticEffectBundle bundle() {
        return bundle(Runs.fresh());
    }

    /**
     * {@return the bundle of these runs, in the order of the specification's table}
     *
     * @throws ProblemException ({@link MissingEffect}) when a run lacks the effect that its fixture is about
     */
    public static SemanticEffectBundle bundle(Runs runs) {
        EffectObservation inner = runs.internalEffects();
        EffectExchange published = succeeded("send_publication", inner, EffectKind.SEND_DECISION);
        EffectExchange hint = succeeded("output_condition_hint", inner, EffectKind.OUTPUT_CONDITION_HINT);
        return SemanticEffectBundle.of(List.of(
                plain("blocked_send", runs.blockedSend(), blocked(runs.blockedSend())),
                fixture("send_publication", inner, published, inner.materialized(), inner.firstPredicate()),
                fixture("output_condition_hint", inner, hint, false, inner.firstPredicate()),
                plain("wal_sync", inner, succeeded("wal_sync", inner, EffectKind.WAL_SYNC)),
                plain("failed_invoke", runs.failedInvoke(), failedInvoke(ended("failed_invoke", runs.failedInvoke()))),
                plain(
                        "send_before_fault",
                        runs.sendBeforeFault(),
                        succeeded(
                                "send_before_fault",
                                ended("send_before_fault", runs.sendBeforeFault()),
                                EffectKind.SEND_DECISION)),
                plain(
                        "resumed_send",
                        runs.resumedSend(),
                        succeeded("resumed_send", runs.resumedSend(), EffectKind.SEND_DECISION))));
    }

    private static SemanticEffectFixture plain(String name, EffectObservation run, EffectExchange exchange) {
        return fixture(name, run, exchange, false, Optional.empty());
    }

    private static SemanticEffectFixture fixture(
            String name,
            EffectObservation run,
            EffectExchange exchange,
            boolean materialized,
            Optional<String> predicate) {
        EffectMetadata metadata = exchange.request().metadata();
        return new SemanticEffectFixture(
                name,
                exchange.request().body().effectKind().word(),
                run.lifecycle(exchange),
                metadata.interfaceName(),
                metadata.operationName(),
                materialized,
                predicate.orElse(null));
    }

    /** A finished run may know the waiting effect only through its operation (spec 52 §6.2). */
    private static EffectExchange blocked(EffectObservation run) {
        String word = EffectKind.SEND_DECISION.word();
        Optional<Long> waiting = run.objects().outstandingEffects().stream()
                .filter(effect ->
                        effect.effectKind().equals(word) && effect.status() == OutstandingEffectStatus.BLOCKED)
                .map(OutstandingEffect::effectId)
                .findFirst();
        long id = waiting.or(() -> run.objects().operationInstances().stream()
                        .filter(operation -> names(operation, EffectKind.SEND_DECISION)
                                && operation.phase() == OperationPhase.BLOCKED)
                        .map(OperationInstance::effectIds)
                        .flatMap(ids -> ids.stream().limit(1))
                        .findFirst())
                .orElseThrow(() -> new ProblemException(new MissingEffect("blocked_send", "no send decision waits")));
        return first("blocked_send", run, exchange -> exchange.effectId() == id);
    }

    /** An operation that was made by an exchange is named after the operation, others after the kind (spec 30 §7). */
    private static boolean names(OperationInstance operation, EffectKind kind) {
        return operation.kind().equals(kind.word())
                || operation.kind().equals(kind.metadata().operationName());
    }

    private static EffectExchange failedInvoke(EffectObservation run) {
        return first(
                "failed_invoke",
                run,
                exchange -> is(exchange, EffectKind.INVOKE_STEP)
                        && !(exchange.outcome().status() instanceof EffectStatus.Success));
    }

    private static EffectExchange succeeded(String fixture, EffectObservation run, EffectKind kind) {
        return first(fixture, run, exchange -> is(exchange, kind) && run.succeeded(exchange));
    }

    private static EffectObservation ended(String fixture, EffectObservation run) {
        if (!run.faulted()) {
            throw new ProblemException(new MissingEffect(fixture, "the run did not fail"));
        }
        return run;
    }

    private static boolean is(EffectExchange exchange, EffectKind kind) {
        return exchange.request().body().effectKind() == kind;
    }

    private static EffectExchange first(String fixture, EffectObservation run, Predicate<EffectExchange> wanted) {
        return run.exchanges().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new MissingEffect(fixture, "the run has no such exchange")));
    }
}
