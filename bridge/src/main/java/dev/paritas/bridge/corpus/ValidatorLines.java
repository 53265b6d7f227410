package dev.paritas.bridge.corpus;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of questions to the machine validator: one case per line, ascending by id. */
public final class ValidatorLines {
    public static final String PATH = "validator-answers.jsonl";

    private ValidatorLines() {}

    /** {@return the published file of {@code cases}} */
    public static CorpusDocument document(List<ValidatorCase> cases) {
        StringBuilder text = new StringBuilder();
        cases.stream()
                .sorted(Comparator.comparing(ValidatorCase::id, CodePointOrder.INSTANCE))
                .forEach(item -> text.append(JsonOutput.compactText(ValidatorCase.CODEC, item))
                        .append('\n'));
        return new CorpusDocument(PATH, text.toString(), cases.size());
    }

    /**
     * {@return the published cases of {@code corpus}; none when it has no such file}
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code MALFORMED_CASE} when a line is no case, or repeats one
     */
    public static List<ValidatorCase> of(Corpus corpus) {
        return corpus.documents().stream()
                .filter(document -> document.path().equals(PATH))
                .flatMap(document -> read(document.text()).stream())
                .toList();
    }

    private static List<ValidatorCase> read(String text) {
        Map<String, ValidatorCase> cases = new LinkedHashMap<>();
        int number = 0;
        for (String json : text.lines().toList()) {
            number++;
            try {
                ValidatorCase item = JsonInput.read(json, ReadPolicy.STRICT.withMaxDepth(1000), ValidatorCase.CODEC);
                if (cases.put(item.id(), item) != null) {
                    throw malformed("line " + number + " repeats " + item.id());
                }
            } catch (JsonException e) {
                throw malformed("line " + number + ": " + e.describe());
            }
        }
        return List.copyOf(cases.values());
    }

    private static ProblemException malformed(String what) {
        return new ProblemException(new CorpusProblem(CorpusErrorCode.MALFORMED_CASE, PATH + " " + what));
    }
}
