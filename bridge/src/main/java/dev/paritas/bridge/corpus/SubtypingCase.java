package dev.paritas.bridge.corpus;

import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.SubtypingError;
import dev.paritas.choreography.check.SyncSubtyping;
import dev.paritas.choreography.check.SyncSubtypingError;
import dev.paritas.choreography.generate.LocalPair;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published pair of local types with the verdicts on it (spec 11 §8 to §10.1).
 *
 * @param id path-like: {@code subtyping/seed-0042}
 * @param change what tells {@code sup} from {@code sub}, or the other way round
 * @param orphanFree verdict on {@code sub}
 */
public record SubtypingCase(
        String id,
        long seed,
        String change,
        LocalType sub,
        LocalType sup,
        Verdict async,
        Verdict sync,
        boolean orphanFree) {
    /** @param error why {@code sub} is no subtype; null when it is one */
    public record Verdict(@Nullable String error) {
        private static final Codec<Verdict> CODEC = ObjectCodec.of("SubtypingVerdict", m -> {
            var ok = m.required("ok", Codec.BOOL, verdict -> verdict.error == null);
            var error = m.omittable("error", Codec.STRING, Verdict::error);
            return in -> {
                Verdict verdict = new Verdict(in.get(error));
                if (in.get(ok) != (verdict.error == null)) {
                    throw new IllegalArgumentException("a verdict is ok or has an error");
                }
                return verdict;
            };
        });

        static Verdict of(Optional<String> error) {
            return new Verdict(error.orElse(null));
        }
    }

    public static final Codec<SubtypingCase> CODEC = ObjectCodec.of("SubtypingCase", m -> {
        var id = m.required("id", Codec.STRING, SubtypingCase::id);
        var seed = m.required("seed", Codec.U64, SubtypingCase::seed);
        var change = m.required("change", Codec.STRING, SubtypingCase::change);
        var sub = m.required("sub", TypeCodec.LOCAL, SubtypingCase::sub);
        var sup = m.required("sup", TypeCodec.LOCAL, SubtypingCase::sup);
        var async = m.required("async", Verdict.CODEC, SubtypingCase::async);
        var sync = m.required("sync", Verdict.CODEC, SubtypingCase::sync);
        var orphanFree = m.required("orphan_free", Codec.BOOL, SubtypingCase::orphanFree);
        return in -> new SubtypingCase(
                in.get(id),
                in.get(seed),
                in.get(change),
                in.get(sub),
                in.get(sup),
                in.get(async),
                in.get(sync),
                in.get(orphanFree));
    });

    /** {@return the case of {@code seed} as the code of today makes it} */
    public static SubtypingCase make(long seed) {
        LocalPair pair = LocalPair.of(seed);
        return new SubtypingCase(
                String.format(Locale.ROOT, "subtyping/seed-%04d", seed),
                seed,
                pair.change().word(),
                pair.sub(),
                pair.sup(),
                async(pair.sub(), pair.sup()),
                sync(pair.sub(), pair.sup()),
                OrphanFreedom.holds(pair.sub(), Dialect.RUNTIME));
    }

    public static Verdict async(LocalType sub, LocalType sup) {
        return Verdict.of(AsyncSubtyping.check(sub, sup, Dialect.RUNTIME).map(SubtypingError::message));
    }

    public static Verdict sync(LocalType sub, LocalType sup) {
        return Verdict.of(SyncSubtyping.check(sub, sup).map(SyncSubtypingError::message));
    }
}
