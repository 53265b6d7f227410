package dev.paritas.bridge.check;

import dev.paritas.bridge.report.Shard;
import java.util.Optional;

/**
 * Which checks of a run are made: those whose id a pattern finds, and of these one part.
 *
 * @param pattern empty for every id
 * @param shard empty for all parts
 */
public record CheckFilter(Optional<CheckPattern> pattern, Optional<Shard> shard) {
    public static final CheckFilter ALL = new CheckFilter(Optional.empty(), Optional.empty());

    /** {@return whether the check of this id is made} */
    public boolean holds(String id) {
        return pattern.map(one -> one.finds(id)).orElse(true)
                && shard.map(one -> one.holds(id)).orElse(true);
    }

    boolean isAll() {
        return pattern.isEmpty() && shard.isEmpty();
    }

    /** {@return the options that ask for it, each after a space} */
    String options() {
        return pattern.map(one -> " --select " + one.text()).orElse("")
                + shard.map(one -> " " + one.option()).orElse("");
    }
}
