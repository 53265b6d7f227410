package dev.paritas.search.engine;

import dev.paritas.search.object.NodeParent;
import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchPublication;
import dev.paritas.search.object.SearchRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rebuilds an observation from the commits of recorded rounds (spec 52 §8.9). */
final class ObservationRebuild {
    private final SearchQuery query;
    private final SearchNodes nodes = new SearchNodes();
    private final List<SearchPublication> publications = new ArrayList<>();
    private @Nullable Incumbent published;

    ObservationRebuild(SearchQuery query) {
        this.query = query;
        nodes.costs.put(query.start(), 0L);
    }

    SearchObservation of(List<SearchRound> rounds, SearchObservation recorded) {
        List<SearchCommit> commits =
                rounds.stream().flatMap(round -> round.commits().stream()).toList();
        commits.forEach(this::replay);
        Optional<Incumbent> result = best();
        return new SearchObservation(
                result.map(Incumbent::cost).orElse(null),
                result.map(Incumbent::witness).orElse(null),
                nodes.parents.entrySet().stream()
                        .map(link ->
                                new NodeParent(link.getKey(), link.getValue().from()))
                        .toList(),
                publications,
                commits,
                recorded.replayCheckpoints(),
                recorded.graphEpochTrace(),
                recorded.reseedPolicyTrace(),
                recorded.schedulerProfile(),
                recorded.fairnessAssumptions(),
                rounds.stream().filter(round -> !round.commits().isEmpty()).count(),
                rounds.size());
    }

    private void replay(SearchCommit commit) {
        nodes.costs.put(commit.node(), commit.gScore());
        nodes.parents.put(commit.node(), new ParentLink(commit.parent(), "", 0));
        best().ifPresent(best -> {
            if (published == null || Incumbent.ORDER.compare(best, published) < 0) {
                published = best;
                publications.add(new SearchPublication(best.cost(), best.witness()));
            }
        });
    }

    private Optional<Incumbent> best() {
        return query.accepted().stream()
                .filter(nodes.costs::containsKey)
                .flatMap(node ->
                        nodes.path(query.start(), node).stream().map(path -> new Incumbent(nodes.costOf(node), path)))
                .min(Incumbent.ORDER);
    }
}
