package dev.paritas.bridge.parity;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The model's search bundle against our machine's. Model and runtime part on one profile, which a registered deviation
 * covers; that it does not show would be as wrong as any other difference.
 *
 * @param compared number of single values
 * @param open differences that nothing covers
 * @param covered differences that {@link SearchParity#ENVELOPE_DEVIATION} covers
 */
public record SearchComparison(long compared, List<BundleDifference> open, List<BundleDifference> covered) {
    private static final int LIMIT = 300;

    private static final List<BundleDifference> ENVELOPE = List.of(
            new BundleDifference(
                    "search/profile_certificates/batched_parallel_envelope_bounded",
                    "\"certified_current_min_key_window\"",
                    "\"none\""),
            new BundleDifference(
                    "search/profile_claims/batched_parallel_envelope_bounded",
                    "\"premised_window_bounded\"",
                    "\"premise_only\""));

    public SearchComparison {
        open = List.copyOf(open);
        covered = List.copyOf(covered);
    }

    public static SearchComparison of(SearchParityBundle model, SearchParityBundle machine) {
        JsonValue left = SearchTree.of(model);
        List<BundleDifference> open = new ArrayList<>();
        List<BundleDifference> covered = new ArrayList<>();
        StructuralDifference.all(left, SearchTree.of(machine), LIMIT).stream()
                .map(difference -> BundleDifference.of("search", difference))
                .forEach(difference -> (ENVELOPE.contains(difference) ? covered : open).add(difference));
        ENVELOPE.stream()
                .filter(listed -> !covered.contains(listed))
                .map(listed -> new BundleDifference(
                        listed.place() + "/stale", listed.expected() + " against " + listed.actual(), "another pair"))
                .forEach(open::add);
        return new SearchComparison(SearchTree.leaves(left), open, covered);
    }
}
