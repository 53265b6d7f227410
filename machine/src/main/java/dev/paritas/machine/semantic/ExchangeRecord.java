package dev.paritas.machine.semantic;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffectStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An effect that came from a handler exchange (spec 30 §7.2). */
abstract sealed class ExchangeRecord extends EffectRecord {
    private final EffectOutcome outcome;

    private ExchangeRecord(
            long effectId, long tick, String handlerIdentity, @Nullable String ownerId, EffectOutcome outcome) {
        super(effectId, tick, handlerIdentity, ownerId);
        this.outcome = outcome;
    }

    static ExchangeRecord of(
            long effectId,
            long tick,
            String handlerIdentity,
            @Nullable String ownerId,
            EffectRequest request,
            EffectOutcome outcome) {
        EffectRequestBody body = request.body();
        boolean usual = request.operationId() == null
                && request.tick() == tick
                && request.metadata().equals(body.effectKind().metadata());
        return usual
                ? new Usual(effectId, tick, handlerIdentity, ownerId, outcome, request.session(), body)
                : new Whole(effectId, tick, handlerIdentity, ownerId, outcome, request);
    }

    /** The request without its id. */
    abstract EffectRequest request();

    /** A request the machine itself makes: everything but session and body follows from the record. */
    private static final class Usual extends ExchangeRecord {
        private final @Nullable Long session;
        private final EffectRequestBody body;

        Usual(
                long effectId,
                long tick,
                String handlerIdentity,
                @Nullable String ownerId,
                EffectOutcome outcome,
                @Nullable Long session,
                EffectRequestBody body) {
            super(effectId, tick, handlerIdentity, ownerId, outcome);
            this.session = session;
            this.body = body;
        }

        @Override
        EffectRequest request() {
            return new EffectRequest(
                    null, tick(), session, null, body.effectKind().metadata(), body);
        }

        @Override
        @Nullable
        Long session() {
            return session;
        }
    }

    /** A request with an operation id or metadata of its own. */
    private static final class Whole extends ExchangeRecord {
        private final EffectRequest request;

        Whole(
                long effectId,
                long tick,
                String handlerIdentity,
                @Nullable String ownerId,
                EffectOutcome outcome,
                EffectRequest request) {
            super(effectId, tick, handlerIdentity, ownerId, outcome);
            this.request = request;
        }

        @Override
        EffectRequest request() {
            return request;
        }

        @Override
        @Nullable
        Long session() {
            return request.session();
        }

        @Override
        @Nullable
        String givenOperationId() {
            return request.operationId();
        }
    }

    @Override
    String effectKind() {
        return request().body().effectKind().word();
    }

    @Override
    String effectInterface() {
        return request().metadata().interfaceName();
    }

    @Override
    String effectOperation() {
        return request().metadata().operationName();
    }

    @Override
    JsonValue inputs() {
        return EffectPayloads.tree(EffectRequest.CODEC, request().withEffectId(effectId()));
    }

    @Override
    JsonValue recordedOutputs() {
        return EffectPayloads.tree(EffectOutcome.CODEC, outcome);
    }

    @Override
    OutstandingEffectStatus recordedStatus() {
        return switch (outcome.status()) {
            case EffectStatus.Success() -> OutstandingEffectStatus.SUCCEEDED;
            case EffectStatus.Blocked() -> OutstandingEffectStatus.BLOCKED;
            case EffectStatus.Failure _ -> OutstandingEffectStatus.FAILED;
        };
    }

    @Override
    @Nullable
    String recordedReason() {
        return switch (outcome.status()) {
            case EffectStatus.Success(), EffectStatus.Blocked() -> null;
            case EffectStatus.Failure(EffectFailure failure) -> failure.message();
        };
    }

    EffectExchange exchange() {
        return new EffectExchange(
                effectId(), handlerIdentity(), tick(), request().withEffectId(effectId()), outcome);
    }

    @Override
    public Optional<EffectExchange> toExchange() {
        return Optional.of(exchange());
    }
}
