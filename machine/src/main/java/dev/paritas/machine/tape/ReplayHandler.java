package dev.paritas.machine.tape;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.effect.RequestDrivenHandler;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests from a tape, in its order (spec 21 §9). What a request asks is not compared with what was asked when the
 * tape was recorded, but for its kind: the same answers lead the same machine to the same requests.
 */
public final class ReplayHandler implements RequestDrivenHandler {
    private static final String NOBODY = "replay_handler";

    private final List<EffectTraceEntry> entries;
    private final @Nullable EffectHandler fallback;
    private final boolean hasWalSync;
    private int cursor;
    private @Nullable EffectFailure firstFailure;

    public ReplayHandler(EffectTape tape) {
        this(tape, null);
    }

    /** @param fallback answers where an entry of the right kind has no answer that can be read; null for nobody */
    public ReplayHandler(EffectTape tape, @Nullable EffectHandler fallback) {
        this.entries = tape.entries();
        this.fallback = fallback;
        this.hasWalSync = entries.stream().anyMatch(entry -> entry.effectKind().equals(EffectKind.WAL_SYNC.word()));
    }

    /** {@return the identity of the entry that comes next; after the last one, of the first} */
    @Override
    public String handlerIdentity() {
        if (!entries.isEmpty()) {
            return entries.get(cursor < entries.size() ? cursor : 0).handlerIdentity();
        }
        return fallback == null ? NOBODY : fallback.handlerIdentity();
    }

    /** A failure of kind determinism where the tape has no answer; it stays in place unless the kind was right. */
    @Override
    public EffectOutcome handleEffect(EffectRequest request) {
        String kind = request.body().effectKind().word();
        if (cursor >= entries.size()) {
            return astray("replay trace exhausted at index " + cursor + ", expected " + kind);
        }
        EffectTraceEntry entry = entries.get(cursor);
        if (!entry.effectKind().equals(kind)) {
            return astray("replay trace kind mismatch at index " + cursor + ": expected " + kind + ", got "
                    + entry.effectKind());
        }
        cursor++;
        Optional<EffectOutcome> recorded = RecordedAnswer.read(request, entry.outputs(), fallback);
        if (recorded.isPresent()) {
            return recorded.get();
        }
        return fallback == null ? astray("replay " + kind + " missing typed outcome") : fallback.handleEffect(request);
    }

    private EffectOutcome astray(String message) {
        EffectFailure failure = new EffectFailure(EffectFailureKind.DETERMINISM, message);
        if (firstFailure == null) {
            firstFailure = failure;
        }
        return EffectOutcome.failure(failure);
    }

    /**
     * {@return the first answer that the tape did not have; empty for a replay that never left its tape} A machine that asks
     * for a hint overlooks such a failure, so a run may end well without being the recorded one.
     */
    public Optional<EffectFailure> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    /** The fallback's; the unit value without one. */
    @Override
    public Value handleSend(String role, String partner, String label, RegisterFile state) {
        return fallback == null ? Value.UNIT : fallback.handleSend(role, partner, label, state);
    }

    /** {@return whether the tape has such an answer, read or not yet, or the fallback supports it} */
    @Override
    public boolean supportsWalSync() {
        return hasWalSync || (fallback != null && fallback.supportsWalSync());
    }

    /** {@return the number of entries that nothing has asked for yet} */
    public int remaining() {
        return entries.size() - cursor;
    }
}
