package dev.paritas.machine.tape;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.effect.WireDuration;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A host that answers each time otherwise: a run of it cannot be repeated without its tape. */
final class LivelyHandler implements EffectHandler {
    private final Random random;
    private final List<String> roles;
    private final boolean synced;

    LivelyHandler(long seed, List<String> roles) {
        this.random = new Random(seed);
        this.roles = List.copyOf(roles);
        this.synced = random.nextInt(3) == 0;
    }

    @Override
    public String handlerIdentity() {
        return "lively";
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private Value value() {
        return switch (random.nextInt(4)) {
            case 0 -> new Value.Nat(random.nextLong());
            case 1 -> new Value.Str("s\u00e9\uD83D\uDE00" + random.nextInt(100));
            case 2 -> new Value.Prod(new Value.Bool(random.nextBoolean()), Value.UNIT);
            default -> Value.UNIT;
        };
    }

    /** {@return a value of the same type, so that the receiver may take it; texts may be labels and mostly stay} */
    private Value like(Value payload) {
        return switch (payload) {
            case Value.Nat _ -> new Value.Nat(random.nextLong());
            case Value.Bool _ -> new Value.Bool(random.nextBoolean());
            case Value.Str _ -> oneIn(40) ? new Value.Str("\uD83D\uDE00") : payload;
            case Value _ -> payload;
        };
    }

    private <T> EffectResult<T> mostly(T value) {
        return switch (random.nextInt(250)) {
            case 0 ->
                EffectResult.failure(new EffectFailure(EffectFailureKind.UNAVAILABLE, "down " + random.nextInt(9)));
            case 1 -> EffectResult.blocked();
            default -> EffectResult.success(value);
        };
    }

    @Override
    public EffectResult<SendDecision> sendDecision(
            long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
        return mostly(
                oneIn(30) ? SendDecision.DROP : new SendDecision.Deliver(payload == null ? value() : like(payload)));
    }

    @Override
    public EffectResult<EffectResult.Done> handleRecv(
            String role, String partner, String label, RegisterFile state, Value payload) {
        state.set(5, value());
        return mostly(EffectResult.Done.DONE);
    }

    @Override
    public EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
        state.set(6, value());
        return mostly(EffectResult.Done.DONE);
    }

    @Override
    public EffectResult<Value> handleAcquire(long sid, String role, String layer, RegisterFile state) {
        return mostly(value());
    }

    @Override
    public EffectResult<EffectResult.Done> handleRelease(
            long sid, String role, String layer, Value evidence, RegisterFile state) {
        return mostly(EffectResult.Done.DONE);
    }

    @Override
    public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
        String from = roles.get(random.nextInt(roles.size()));
        String to = roles.get(random.nextInt(roles.size()));
        return EffectResult.success(
                switch (random.nextInt(150)) {
                    case 0 -> List.of(new TopologyEvent.Partition(from, to));
                    case 1, 2 -> List.of(new TopologyEvent.Heal(from, to));
                    case 3 ->
                        List.of(new TopologyEvent.Corrupt(
                                from,
                                to,
                                TopologyEvent.Corruption.values()[
                                        random.nextInt(TopologyEvent.Corruption.values().length)]));
                    case 4 -> List.of(new TopologyEvent.Timeout(from, new WireDuration(0, 1_000 + random.nextInt(9))));
                    case 5 -> oneIn(4) ? List.of(new TopologyEvent.Crash(from)) : List.of();
                    default -> List.of();
                });
    }

    @Override
    public @Nullable OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
        return oneIn(3) ? new OutputConditionHint("hint." + random.nextInt(3), oneIn(2) ? null : "w") : null;
    }

    @Override
    public boolean supportsWalSync() {
        return synced;
    }

    @Override
    public EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
        return oneIn(40) ? EffectResult.blocked() : EffectResult.DONE;
    }
}
