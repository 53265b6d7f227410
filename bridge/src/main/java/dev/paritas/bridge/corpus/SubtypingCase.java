package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

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
        private static final Codec<Verdict> CODEC = ObjectCodec.of(
                "SubtypingVerdict",
                field("ok", Codec.BOOL, verdict -> verdict.error == null),
                omittable("error", Codec.STRING, Verdict::error),
                (ok, error) -> {
                    Verdict verdict = new Verdict(error);
                    if (ok != (verdict.error == null)) {
                        throw new IllegalArgumentException("a verdict is ok or has an error");
                    }
                    return verdict;
                });

        static Verdict of(Optional<String> error) {
            return new Verdict(error.orElse(null));
        }
    }

    public static final Codec<SubtypingCase> CODEC = ObjectCodec.of(
            "SubtypingCase",
            field("id", Codec.STRING, SubtypingCase::id),
            field("seed", Codec.U64, SubtypingCase::seed),
            field("change", Codec.STRING, SubtypingCase::change),
            field("sub", TypeCodec.LOCAL, SubtypingCase::sub),
            field("sup", TypeCodec.LOCAL, SubtypingCase::sup),
            field("async", Verdict.CODEC, SubtypingCase::async),
            field("sync", Verdict.CODEC, SubtypingCase::sync),
            field("orphan_free", Codec.BOOL, SubtypingCase::orphanFree),
            SubtypingCase::new);

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
        return Verdict.of(AsyncSubtyping.check(sub, sup, Dialect.RUNTIME).map(SubtypingError::sentence));
    }

    public static Verdict sync(LocalType sub, LocalType sup) {
        return Verdict.of(SyncSubtyping.check(sub, sup).map(SyncSubtypingError::sentence));
    }
}
