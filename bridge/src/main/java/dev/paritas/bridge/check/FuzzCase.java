package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.corpus.CorpusBuilder;
import dev.paritas.bridge.corpus.CorpusProtocols;
import dev.paritas.choreography.json.ChoreographyJson;
import java.util.List;

/** A generated case. One seed gives one case on every platform. */
public record FuzzCase(long seed, CaseInput input) {
    /** Each fifth case has two sessions. */
    private static final int TWO_SESSIONS_EACH = 5;

    /** Each third case runs long enough to fill buffers. */
    private static final int LONG_EACH = 3;

    private static final long LONG_STEPS = 200;
    private static final long OTHER_SEED = 1_000_000_007L;

    /** {@return the case of {@code seed}: of four, three are well-formed and can be projected} */
    static FuzzCase of(long seed) {
        ChoreographyJson first = ChoreographyJson.of(CorpusProtocols.of(seed));
        List<ChoreographyJson> choreographies = seed % TWO_SESSIONS_EACH == 0
                ? List.of(first, ChoreographyJson.of(CorpusProtocols.of(seed + OTHER_SEED)))
                : List.of(first);
        return new FuzzCase(
                seed, new CaseInput(choreographies, 1, seed % LONG_EACH == 0 ? LONG_STEPS : CorpusBuilder.MAX_STEPS));
    }

    /** {@return the name in reports} */
    public String id() {
        return "fuzz/seed-" + seed;
    }
}
