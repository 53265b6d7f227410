package dev.paritas.choreography.generate;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One small change of a local type, as pairs for subtyping are made of. */
public enum LocalChange {
    /** Nothing is changed. */
    SAME {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return Optional.of(place);
        }
    },
    DROP_BRANCH {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            List<LocalType.Branch> branches = new ArrayList<>(place.branches());
            if (branches.size() < 2) {
                return Optional.empty();
            }
            branches.remove(random.nextInt(branches.size()));
            return Optional.of(place.withBranches(branches));
        }
    },
    ADD_BRANCH {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            List<LocalType.Branch> branches = new ArrayList<>(place.branches());
            branches.add(random.nextInt(branches.size() + 1), new LocalType.Branch(Label.of("extra"), LocalType.END));
            return Optional.of(place.withBranches(branches));
        }
    },
    RENAME_LABEL {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return branch(place, random, label -> new Label("renamed", label.sort()));
        }
    },
    CHANGE_SORT {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return branch(
                    place,
                    random,
                    label -> new Label(
                            label.name(),
                            label.sort() instanceof PayloadSort.Nat ? PayloadSort.UNIT : PayloadSort.NAT));
        }
    },
    CHANGE_PARTNER {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return Optional.of(
                    place instanceof LocalType.Send
                            ? new LocalType.Send("Other", place.branches())
                            : new LocalType.Recv("Other", place.branches()));
        }
    },
    FLIP_DIRECTION {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return Optional.of(
                    place instanceof LocalType.Send
                            ? new LocalType.Recv(place.partner(), place.branches())
                            : new LocalType.Send(place.partner(), place.branches()));
        }
    },
    REVERSE_BRANCHES {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return place.branches().size() < 2
                    ? Optional.empty()
                    : Optional.of(place.withBranches(place.branches().reversed()));
        }
    },
    /** Everything behind the branches is lost. */
    CUT_TAIL {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            return Optional.of(place.withBranches(place.branches().stream()
                    .map(branch -> new LocalType.Branch(branch.label(), branch.annotation(), LocalType.END))
                    .toList()));
        }
    },
    /** A loop that leaves by its first branch around the place. */
    WRAP_IN_LOOP {
        @Override
        Optional<LocalType> at(LocalType.Choice place, RandomGenerator random) {
            List<LocalType.Branch> branches = new ArrayList<>(place.branches());
            branches.add(new LocalType.Branch(Label.of("again"), new LocalType.Var("W")));
            return Optional.of(new LocalType.Mu("W", place.withBranches(branches)));
        }
    };

    /** {@return what stands in the place of a choice; empty when this change needs another one} */
    abstract Optional<LocalType> at(LocalType.Choice place, RandomGenerator random);

    /** {@return {@code drop_branch} and the like} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return {@code type} with this change at one of its choices; empty when no choice admits it} */
    public Optional<LocalType> apply(LocalType type, RandomGenerator random) {
        List<LocalType> changed = new ArrayList<>();
        int choices = count(type);
        for (int place = 0; place < choices; place++) {
            replaced(type, place, random).ifPresent(changed::add);
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(changed.get(random.nextInt(changed.size())));
    }

    private Optional<LocalType> replaced(LocalType type, int place, RandomGenerator random) {
        boolean[] done = new boolean[1];
        LocalType result = new Fold<LocalType, LocalType>() {
            private int next;

            @Override
            protected LocalType leave(LocalType node, Results<LocalType> children) {
                LocalType same = node.withChildren(children);
                if (same instanceof LocalType.Choice choice && next++ == place) {
                    Optional<LocalType> changed = at(choice, random);
                    done[0] = changed.isPresent();
                    return changed.orElse(same);
                }
                return same;
            }
        }.over(type);
        return done[0] ? Optional.of(result) : Optional.empty();
    }

    private static int count(LocalType type) {
        return new Fold<LocalType, Integer>() {
            @Override
            protected Integer leave(LocalType node, Results<Integer> children) {
                int count = node instanceof LocalType.Choice ? 1 : 0;
                for (int i = 0; i < children.size(); i++) {
                    count += children.get(i);
                }
                return count;
            }
        }.over(type);
    }

    private static Optional<LocalType> branch(
            LocalType.Choice place, RandomGenerator random, UnaryOperator<Label> change) {
        if (place.branches().isEmpty()) {
            return Optional.empty();
        }
        List<LocalType.Branch> branches = new ArrayList<>(place.branches());
        int at = random.nextInt(branches.size());
        LocalType.Branch old = branches.get(at);
        branches.set(at, new LocalType.Branch(change.apply(old.label()), old.annotation(), old.continuation()));
        return Optional.of(place.withBranches(branches));
    }
}
