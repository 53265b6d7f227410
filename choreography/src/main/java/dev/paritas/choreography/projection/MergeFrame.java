package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One open node of a merge: hands out pairs of continuations and takes their merges back. */
abstract sealed class MergeFrame {
    private static final Comparator<LocalType.Branch> BY_NAME =
            Comparator.comparing(branch -> branch.label().name(), CodePointOrder.INSTANCE);

    /** Moves to the next pair: {@return whether there is one}; raises what is wrong with its labels. */
    abstract boolean advance();

    abstract LocalType left();

    abstract LocalType right();

    /** Takes the merge of the current pair. */
    abstract void accept(LocalType merged);

    /** {@return the merged node; the left node itself when both were equal} */
    abstract LocalType result();

    /** {@return the label of the current pair, empty for a binder} */
    abstract Optional<String> label();

    /** Opens two nodes of one constructor, same partner or same variable. */
    static MergeFrame of(LocalType left, LocalType right) {
        if (left instanceof LocalType.Mu a && right instanceof LocalType.Mu b) {
            return new Binder(a, b);
        }
        if (left instanceof LocalType.Send a && right instanceof LocalType.Send b) {
            return new Sends(a, b);
        }
        if (left instanceof LocalType.Recv a && right instanceof LocalType.Recv b) {
            return new Receives(a, b);
        }
        throw new IllegalArgumentException("nodes of different constructors");
    }

    private static ProblemException incompatible(LocalType.Branch branch) {
        return ProblemException.untraced(
                new MergeError.IncompatibleContinuations(branch.label().name()));
    }

    private static void sameAnnotation(LocalType.Branch left, LocalType.Branch right) {
        if (!Objects.equals(left.annotation(), right.annotation())) {
            throw ProblemException.untraced(new MergeError.PayloadAnnotationMismatch(
                    left.label().name(), left.annotation(), right.annotation()));
        }
    }

    private static boolean sameNames(List<LocalType.Branch> left, List<LocalType.Branch> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).label().name().equals(right.get(i).label().name())) {
                return false;
            }
        }
        return true;
    }

    private static final class Binder extends MergeFrame {
        private final LocalType.Mu left;
        private final LocalType.Mu right;
        private boolean begun;
        private LocalType body;

        Binder(LocalType.Mu left, LocalType.Mu right) {
            this.left = left;
            this.right = right;
            this.body = left.body();
        }

        @Override
        boolean advance() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override
        LocalType left() {
            return left.body();
        }

        @Override
        LocalType right() {
            return right.body();
        }

        @Override
        void accept(LocalType merged) {
            body = merged;
        }

        @Override
        LocalType result() {
            return body == left.body() ? left : new LocalType.Mu(left.var(), body);
        }

        @Override
        Optional<String> label() {
            return Optional.empty();
        }
    }

    /** Identical label sets, compared in sorted order; the left label stays. */
    private static final class Sends extends MergeFrame {
        private final LocalType.Send node;
        private final LocalType.Branch[] left;
        private final LocalType.Branch[] right;
        private final LocalType.Branch[] merged;
        private boolean equal;
        private int at = -1;

        Sends(LocalType.Send left, LocalType.Send right) {
            this.node = left;
            this.equal = sameNames(left.branches(), right.branches());
            this.left = left.branches().toArray(LocalType.Branch[]::new);
            this.right = right.branches().toArray(LocalType.Branch[]::new);
            Arrays.sort(this.left, BY_NAME);
            Arrays.sort(this.right, BY_NAME);
            this.merged = this.left.clone();
        }

        @Override
        boolean advance() {
            if (left.length != right.length) {
                throw ProblemException.untraced(new MergeError.SendBranchCountMismatch(left.length, right.length));
            }
            if (++at == left.length) {
                return false;
            }
            String name = left[at].label().name();
            String other = right[at].label().name();
            if (!name.equals(other)) {
                throw ProblemException.untraced(new MergeError.SendLabelMismatch(name, other));
            }
            if (!left[at].label().sort().equals(right[at].label().sort())) {
                throw incompatible(left[at]);
            }
            return true;
        }

        @Override
        LocalType left() {
            return left[at].continuation();
        }

        @Override
        LocalType right() {
            return right[at].continuation();
        }

        @Override
        void accept(LocalType continuation) {
            sameAnnotation(left[at], right[at]);
            if (continuation != left[at].continuation()) {
                equal = false;
                merged[at] = new LocalType.Branch(left[at].label(), left[at].annotation(), continuation);
            }
        }

        @Override
        LocalType result() {
            return equal ? node : new LocalType.Send(node.partner(), List.of(merged));
        }

        @Override
        Optional<String> label() {
            return Optional.of(left[at].label().name());
        }
    }

    /** Label sets united; a repeated name keeps its last branch; the right label stays. */
    private static final class Receives extends MergeFrame {
        private final LocalType.Recv node;
        private final List<LocalType.Branch> right;
        private final Map<String, LocalType.Branch> merged = new TreeMap<>(CodePointOrder.INSTANCE);
        private boolean equal;
        private int at = -1;

        Receives(LocalType.Recv left, LocalType.Recv right) {
            this.node = left;
            left.branches().forEach(branch -> merged.put(branch.label().name(), branch));
            boolean repeats = merged.size() < left.branches().size();
            boolean same = repeats && left.equals(right);
            this.equal = same || !repeats && sameNames(left.branches(), right.branches());
            this.right = same ? List.of() : right.branches();
        }

        @Override
        boolean advance() {
            while (++at < right.size()) {
                LocalType.Branch branch = right.get(at);
                if (merged.containsKey(branch.label().name())) {
                    return true;
                }
                merged.put(branch.label().name(), branch);
            }
            return false;
        }

        @Override
        LocalType left() {
            return existing().continuation();
        }

        @Override
        LocalType right() {
            return right.get(at).continuation();
        }

        @Override
        void accept(LocalType continuation) {
            LocalType.Branch left = existing();
            LocalType.Branch branch = right.get(at);
            if (!left.label().sort().equals(branch.label().sort())) {
                throw incompatible(branch);
            }
            sameAnnotation(left, branch);
            if (continuation != left.continuation()) {
                equal = false;
                merged.put(
                        branch.label().name(), new LocalType.Branch(branch.label(), branch.annotation(), continuation));
            }
        }

        @Override
        LocalType result() {
            return equal ? node : new LocalType.Recv(node.partner(), List.copyOf(merged.values()));
        }

        @Override
        Optional<String> label() {
            return Optional.of(right.get(at).label().name());
        }

        private LocalType.Branch existing() {
            return Objects.requireNonNull(merged.get(right.get(at).label().name()));
        }
    }
}
