package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.type.Parts;
import dev.paritas.choreography.type.Structure;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The merge of a bystander's branches under their choice labels (spec 11 §7). End is neutral, and a role that receives
 * different messages gets a branch by the <em>choice</em> labels. Below the first message the labels are no longer known,
 * and different messages do not merge.
 */
final class LabelledMerge {
    private LabelledMerge() {}

    /**
     * {@return the left fold over {@code branches}; the first one's label stands for what is merged so far}
     *
     * @throws ProblemException ({@link SourceProjectionError}) when two branches have no merge
     */
    static ExtendedLocalType of(List<ExtendedLocalType.Labelled> branches) {
        Optional<ExtendedLocalType.Labelled> merged = Optional.empty();
        for (ExtendedLocalType.Labelled branch : branches) {
            if (!(branch.continuation() instanceof ExtendedLocalType.End)) {
                merged = Optional.of(
                        merged.map(left -> new ExtendedLocalType.Labelled(left.label(), labelled(left, branch)))
                                .orElse(branch));
            }
        }
        return merged.map(ExtendedLocalType.Labelled::continuation).orElse(ExtendedLocalType.END);
    }

    private static ExtendedLocalType labelled(ExtendedLocalType.Labelled a, ExtendedLocalType.Labelled b) {
        Optional<ExtendedLocalType.Branch> left = asBranch(a);
        Optional<ExtendedLocalType.Branch> right = asBranch(b);
        boolean sameMessage = a.continuation() instanceof ExtendedLocalType.Receive one
                && b.continuation() instanceof ExtendedLocalType.Receive other
                && one.message().equals(other.message());
        boolean byLabel = left.isPresent()
                && right.isPresent()
                && left.get().partner().equals(right.get().partner())
                && !sameMessage;
        return byLabel ? merged(left.get(), right.get()) : merged(a.continuation(), b.continuation());
    }

    /** A message received under a choice label is that alternative of a branch. */
    private static Optional<ExtendedLocalType.Branch> asBranch(ExtendedLocalType.Labelled labelled) {
        return switch (labelled.continuation()) {
            case ExtendedLocalType.Branch branch -> Optional.of(branch);
            case ExtendedLocalType.Receive(String partner, var ignored, ExtendedLocalType next) ->
                Optional.of(new ExtendedLocalType.Branch(
                        partner, List.of(new ExtendedLocalType.Labelled(labelled.label(), next))));
            case ExtendedLocalType.End ignored -> Optional.empty();
            case ExtendedLocalType.Send ignored -> Optional.empty();
            case ExtendedLocalType.Select ignored -> Optional.empty();
            case ExtendedLocalType.LocalChoice ignored -> Optional.empty();
            case ExtendedLocalType.Loop ignored -> Optional.empty();
            case ExtendedLocalType.Rec ignored -> Optional.empty();
            case ExtendedLocalType.Var ignored -> Optional.empty();
            case ExtendedLocalType.Timeout ignored -> Optional.empty();
        };
    }

    private record Pair(ExtendedLocalType left, ExtendedLocalType right) {}

    /** @param equal whether both sides were equal; then {@code type} is the left one as it was */
    private record Merged(ExtendedLocalType type, boolean equal) {}

    /** The merge without labels. Equal types merge to the left one unchanged, which one pass finds out on its way. */
    private static ExtendedLocalType merged(ExtendedLocalType left, ExtendedLocalType right) {
        return Parts.compute(new Pair(left, right), LabelledMerge::step).type();
    }

    private static Parts<Pair, Merged> step(Pair pair) {
        ExtendedLocalType left = pair.left();
        ExtendedLocalType right = pair.right();
        if (left instanceof ExtendedLocalType.End) {
            return Parts.done(new Merged(right, right instanceof ExtendedLocalType.End));
        }
        if (right instanceof ExtendedLocalType.End) {
            return Parts.done(new Merged(left, false));
        }
        return switch (left) {
            case ExtendedLocalType.Loop(LoopCondition.Custom ignored, var ignored2) ->
                throw failure("a loop with a condition of its own equals no other", left, right);
            case ExtendedLocalType.Send ignored -> alike(left, right);
            case ExtendedLocalType.Receive ignored -> alike(left, right);
            case ExtendedLocalType.Loop ignored -> alike(left, right);
            case ExtendedLocalType.Rec ignored -> alike(left, right);
            case ExtendedLocalType.Var ignored -> alike(left, right);
            case ExtendedLocalType.Select a -> {
                if (!(right instanceof ExtendedLocalType.Select b)
                        || !a.partner().equals(b.partner())) {
                    throw failure("they begin differently", left, right);
                }
                yield selects(a, b);
            }
            case ExtendedLocalType.Branch a -> {
                if (!(right instanceof ExtendedLocalType.Branch b)
                        || !a.partner().equals(b.partner())) {
                    throw failure("they begin differently", left, right);
                }
                yield branches(a, b);
            }
            case ExtendedLocalType.End ignored -> same(left, right);
            case ExtendedLocalType.LocalChoice ignored -> same(left, right);
            case ExtendedLocalType.Timeout ignored -> same(left, right);
        };
    }

    private static Parts<Pair, Merged> same(ExtendedLocalType left, ExtendedLocalType right) {
        if (!interchangeable(left, right)) {
            throw failure("they differ", left, right);
        }
        return Parts.done(new Merged(left, true));
    }

    /** Equal heads, one continuation or none. */
    private static Parts<Pair, Merged> alike(ExtendedLocalType left, ExtendedLocalType right) {
        if (!left.sameHead(right)) {
            throw failure("they begin differently", left, right);
        }
        if (left.arity() == 0) {
            return Parts.done(new Merged(left, true));
        }
        return new Parts<>(List.of(new Pair(left.child(0), right.child(0))), merged -> {
            Merged next = merged.getFirst();
            return next.equal() ? new Merged(left, true) : new Merged(over(left, next.type()), false);
        });
    }

    private static ExtendedLocalType over(ExtendedLocalType head, ExtendedLocalType next) {
        return switch (head) {
            case ExtendedLocalType.Send(String partner, String message, var ignored) ->
                new ExtendedLocalType.Send(partner, message, next);
            case ExtendedLocalType.Receive(String partner, String message, var ignored) ->
                new ExtendedLocalType.Receive(partner, message, next);
            case ExtendedLocalType.Rec(String var, var ignored) -> new ExtendedLocalType.Rec(var, next);
            case ExtendedLocalType.Loop(LoopCondition condition, var ignored) ->
                new ExtendedLocalType.Loop(condition, next);
            case ExtendedLocalType.End ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
            case ExtendedLocalType.Var ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
            case ExtendedLocalType.Select ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
            case ExtendedLocalType.Branch ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
            case ExtendedLocalType.LocalChoice ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
            case ExtendedLocalType.Timeout ignored ->
                throw new IllegalArgumentException("want a node with one continuation");
        };
    }

    private static Parts<Pair, Merged> selects(ExtendedLocalType.Select left, ExtendedLocalType.Select right) {
        SequencedMap<String, ExtendedLocalType> ours = byLabel(left);
        SequencedMap<String, ExtendedLocalType> theirs = byLabel(right);
        if (!ours.keySet().equals(theirs.keySet())
                || left.alternatives().size() != right.alternatives().size()) {
            throw failure("they select among different labels", left, right);
        }
        return united(left, right, ours, theirs, all -> new ExtendedLocalType.Select(left.partner(), all));
    }

    private static Parts<Pair, Merged> branches(ExtendedLocalType.Branch left, ExtendedLocalType.Branch right) {
        return united(
                left, right, byLabel(left), byLabel(right), all -> new ExtendedLocalType.Branch(left.partner(), all));
    }

    /** The alternatives of both sides, sorted; those of both are merged. */
    private static Parts<Pair, Merged> united(
            ExtendedLocalType left,
            ExtendedLocalType right,
            SequencedMap<String, ExtendedLocalType> ours,
            SequencedMap<String, ExtendedLocalType> theirs,
            Function<List<ExtendedLocalType.Labelled>, ExtendedLocalType> made) {
        List<String> shared = ours.keySet().stream().filter(theirs::containsKey).toList();
        List<Pair> pairs = shared.stream()
                .map(label -> new Pair(at(ours, label), at(theirs, label)))
                .toList();
        boolean distinct = ours.size() == left.arity();
        boolean sameHead = left.sameHead(right);
        return new Parts<>(pairs, merged -> {
            boolean below = merged.stream().allMatch(Merged::equal);
            if (sameHead && (distinct ? below : interchangeable(left, right))) {
                return new Merged(left, true);
            }
            SequencedMap<String, ExtendedLocalType> all = sorted();
            all.putAll(ours);
            all.putAll(theirs);
            for (int i = 0; i < shared.size(); i++) {
                all.put(shared.get(i), merged.get(i).type());
            }
            List<ExtendedLocalType.Labelled> alternatives = new ArrayList<>();
            all.forEach((label, next) -> alternatives.add(new ExtendedLocalType.Labelled(label, next)));
            return new Merged(made.apply(alternatives), false);
        });
    }

    private static SequencedMap<String, ExtendedLocalType> byLabel(ExtendedLocalType choice) {
        SequencedMap<String, ExtendedLocalType> found = sorted();
        choice.labelled().forEach(one -> found.put(one.label(), one.continuation()));
        return found;
    }

    private static SequencedMap<String, ExtendedLocalType> sorted() {
        return new TreeMap<>(CodePointOrder.INSTANCE);
    }

    private static ExtendedLocalType at(Map<String, ExtendedLocalType> types, String label) {
        return Objects.requireNonNull(types.get(label));
    }

    /** Equality as merging understands it: structural, but a loop with a condition of its own equals nothing. */
    private static boolean interchangeable(ExtendedLocalType left, ExtendedLocalType right) {
        return Structure.equal(left, right)
                && Structure.first(
                                left,
                                node -> node
                                        instanceof ExtendedLocalType.Loop(LoopCondition.Custom ignored, var ignored2))
                        .isEmpty();
    }

    private static ProblemException failure(String reason, ExtendedLocalType left, ExtendedLocalType right) {
        return ProblemException.untraced(
                new SourceProjectionError.MergeFailure(reason + ": " + head(left) + " and " + head(right)));
    }

    /** A node in a few words, however much hangs below it. */
    private static String head(ExtendedLocalType type) {
        return switch (type) {
            case ExtendedLocalType.End ignored -> "an end";
            case ExtendedLocalType.Send(String partner, String message, var ignored) ->
                "a send of '" + message + "' to " + partner;
            case ExtendedLocalType.Receive(String partner, String message, var ignored) ->
                "a receive of '" + message + "' from " + partner;
            case ExtendedLocalType.Select(String partner, var ignored) -> "a select to " + partner;
            case ExtendedLocalType.Branch(String partner, var ignored) -> "a branch from " + partner;
            case ExtendedLocalType.LocalChoice ignored -> "a local choice";
            case ExtendedLocalType.Loop ignored -> "a loop";
            case ExtendedLocalType.Rec(String var, var ignored) -> "a recursion on " + var;
            case ExtendedLocalType.Var(String name) -> "the variable " + name;
            case ExtendedLocalType.Timeout ignored -> "a timeout";
        };
    }
}
