package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The left fold of merges over many types (spec 11 §3). One step costs what the merge so far has grown to, so n steps over
 * receives with n labels would cost n². Where no receive repeats a label, the merge is associative and many types are
 * merged by halves instead; the error of a fold that fails is that of the first step that fails.
 */
final class MergeFold {
    /** Fewer types are merged one after the other. */
    private static final int MANY = 32;

    private MergeFold() {}

    /** @throws ProblemException ({@link MergeError}) when a step has no merge */
    static LocalType of(List<LocalType> types) {
        if (types.size() < MANY || repeatsLabels(types)) {
            return oneByOne(types);
        }
        try {
            return byHalves(types);
        } catch (ProblemException e) {
            e.only(MergeError.class);
            int failing = firstFailing(types);
            return Merge.merge(byHalves(types.subList(0, failing)), types.get(failing));
        }
    }

    private static LocalType oneByOne(List<LocalType> types) {
        LocalType merged = types.getFirst();
        for (LocalType next : types.subList(1, types.size())) {
            merged = Merge.merge(merged, next);
        }
        return merged;
    }

    private static LocalType byHalves(List<LocalType> types) {
        if (types.size() == 1) {
            return types.getFirst();
        }
        int middle = types.size() / 2;
        return Merge.merge(byHalves(types.subList(0, middle)), byHalves(types.subList(middle, types.size())));
    }

    /** {@return the index of the first type that does not merge with those before it} */
    private static int firstFailing(List<LocalType> types) {
        int merging = 1;
        int failing = types.size();
        while (failing - merging > 1) {
            int middle = (merging + failing) / 2;
            if (merges(types.subList(0, middle))) {
                merging = middle;
            } else {
                failing = middle;
            }
        }
        return merging;
    }

    private static boolean merges(List<LocalType> types) {
        try {
            byHalves(types);
            return true;
        } catch (ProblemException e) {
            e.only(MergeError.class);
            return false;
        }
    }

    /** {@return whether any receive in {@code types} has two branches of one name: then the order of merging counts} */
    private static boolean repeatsLabels(List<LocalType> types) {
        Set<LocalType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<LocalType> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            LocalType type = open.pop();
            if (!seen.add(type)) {
                continue;
            }
            switch (type) {
                case LocalType.End ignored -> {}
                case LocalType.Var ignored -> {}
                case LocalType.Mu(var ignored, LocalType body) -> open.push(body);
                case LocalType.Choice choice -> {
                    if (choice instanceof LocalType.Recv && repeats(choice.branches())) {
                        return true;
                    }
                    choice.branches().forEach(branch -> open.push(branch.continuation()));
                }
            }
        }
        return false;
    }

    private static boolean repeats(List<LocalType.Branch> branches) {
        Set<String> names = new HashSet<>();
        return branches.size() > 1
                && !branches.stream()
                        .allMatch(branch -> names.add(branch.label().name()));
    }
}
