package dev.paritas.bridge.corpus;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The published pairs of local types, one line each, ascending by seed. */
public final class SubtypingPairs {
    public static final String FILE = "subtyping-pairs.jsonl";
    public static final long FIRST_SEED = 1;
    public static final int PAIRS = 200;

    private SubtypingPairs() {}

    /** {@return the file as the code of today makes it} */
    public static CorpusDocument make() {
        StringBuilder text = new StringBuilder();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
            text.append(JsonOutput.compactText(SubtypingCase.CODEC, SubtypingCase.make(seed)))
                    .append('\n');
        }
        return new CorpusDocument(FILE, text.toString(), PAIRS);
    }

    /**
     * {@return the pairs of a file}
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code MALFORMED_CASE}
     */
    public static List<SubtypingCase> read(byte[] utf8) {
        List<SubtypingCase> cases = new ArrayList<>();
        for (String line : new String(utf8, StandardCharsets.UTF_8).lines().toList()) {
            try {
                cases.add(JsonInput.read(line, ReadPolicy.STRICT, SubtypingCase.CODEC));
            } catch (JsonException e) {
                throw new ProblemException(new CorpusProblem(
                        CorpusErrorCode.MALFORMED_CASE, FILE + " line " + (cases.size() + 1) + ": " + e.describe()));
            }
        }
        return List.copyOf(cases);
    }
}
