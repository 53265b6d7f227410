package dev.paritas.machine.tape;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.effect.RequestDrivenHandler;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Forwards every request and keeps it with its outcome (spec 21 §9). The ids on the tape count from 0, or on from the last
 * entry of a seed, and have nothing to do with those of the machine.
 */
public final class RecordingHandler implements RequestDrivenHandler {
    private final EffectHandler inner;
    private final List<EffectTraceEntry> seed;
    private final int room;
    private final List<EffectExchange> exchanges = new ArrayList<>();
    private long nextId;

    public RecordingHandler(EffectHandler inner) {
        this(inner, new EffectTape(List.of()));
    }

    /** Goes on recording where {@code seed} ends. */
    public RecordingHandler(EffectHandler inner, EffectTape seed) {
        this(inner, seed, EffectTape.MAX_ENTRIES);
    }

    /** @param maxEntries the most entries of the tape, those of the seed included */
    public RecordingHandler(EffectHandler inner, EffectTape seed, int maxEntries) {
        this.inner = inner;
        this.seed = seed.entries();
        this.room = maxEntries - this.seed.size();
        this.nextId = this.seed.isEmpty() ? 0 : this.seed.getLast().effectId() + 1;
    }

    @Override
    public String handlerIdentity() {
        return inner.handlerIdentity();
    }

    /** @throws ProblemException ({@link TapeProblem}) {@code TAPE_FULL}, before the request is forwarded */
    @Override
    public EffectOutcome handleEffect(EffectRequest request) {
        if (exchanges.size() >= room) {
            throw new ProblemException(new TapeProblem(
                    TapeProblem.Kind.TAPE_FULL,
                    "the tape is full after " + (seed.size() + exchanges.size()) + " effects"));
        }
        // Asked before the request is answered, as the machine asks: so a replay shows a change of identity where it
        // was.
        String identity = inner.handlerIdentity();
        EffectOutcome outcome = inner.handleEffect(request);
        long id = nextId++;
        exchanges.add(new EffectExchange(id, identity, id, request.withEffectId(id), outcome));
        return outcome;
    }

    /** Makes a payload; no effect of its own, so it is not recorded. */
    @Override
    public Value handleSend(String role, String partner, String label, RegisterFile state) {
        return inner.handleSend(role, partner, label, state);
    }

    @Override
    public boolean supportsWalSync() {
        return inner.supportsWalSync();
    }

    /** {@return what was recorded here, without the seed} */
    public List<EffectExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** {@return the seed and everything recorded since; fails as {@link EffectTape#ofExchanges} does} */
    public EffectTape tape() {
        List<EffectTraceEntry> entries = new ArrayList<>(seed);
        entries.addAll(EffectTape.ofExchanges(exchanges).entries());
        return new EffectTape(entries);
    }
}
