package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.SearchQuery;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One published search: a line of the corpus.
 *
 * @param id path-like: graph and profile
 */
public record VectorCase(String id, SearchVectors vectors) {
    public static final Codec<VectorCase> CODEC = ObjectCodec.of(
            "VectorCase",
            field("id", Codec.STRING, VectorCase::id),
            field("value", SearchVectors.CODEC, VectorCase::vectors),
            VectorCase::new);

    private static final WordCodec<SchedulerProfile> WORDS = WordCodec.snakeCase(SchedulerProfile.class);

    private record Graph(GraphDomain domain, SearchQuery query) {}

    /** {@return every case as the code of today makes it, ascending by id} */
    public static List<VectorCase> make() {
        Map<String, Graph> graphs = new TreeMap<>(CodePointOrder.INSTANCE);
        graphs.put("parity", new Graph(GraphDomain.PARITY, GraphDomain.PARITY_QUERY));
        graphs.put(
                "tie_and_re_parent",
                new Graph(
                        GraphDomain.empty()
                                .edge(0, 1, 4)
                                .edge(0, 2, 1)
                                .edge(2, 1, 1)
                                .edge(1, 3, 1),
                        new SearchQuery.SingleGoal(0, 3)));
        List<VectorCase> cases = new ArrayList<>();
        graphs.forEach((name, graph) -> {
            for (SchedulerProfile profile : SchedulerProfile.values()) {
                cases.add(new VectorCase(
                        name + "/" + WORDS.word(profile), VectorFamilies.made(graph.domain(), graph.query(), profile)));
            }
        });
        cases.sort(Comparator.comparing(VectorCase::id, CodePointOrder.INSTANCE));
        return cases;
    }

    /** {@return the corpus text of {@code cases}: a line each} */
    public static String lines(List<VectorCase> cases) {
        StringBuilder text = new StringBuilder();
        cases.forEach(one -> text.append(JsonOutput.compactText(CODEC, one)).append('\n'));
        return text.toString();
    }
}
