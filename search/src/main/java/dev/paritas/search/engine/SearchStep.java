package dev.paritas.search.engine;

import dev.paritas.search.object.SearchCommit;
import java.util.List;

/** One step: the batch that was expanded, and what it applied. */
public record SearchStep(SearchBatch batch, List<SearchCommit> commits) {
    public SearchStep {
        commits = List.copyOf(commits);
    }
}
