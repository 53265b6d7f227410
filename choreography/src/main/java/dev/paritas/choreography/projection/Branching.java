package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.List;

/** What both projections do alike: participants keep all branches in order. */
final class Branching {
    private Branching() {}

    static List<LocalType.Branch> over(GlobalType.Comm comm, Fold.Results<LocalType> children) {
        List<GlobalType.Branch> branches = comm.branches();
        LocalType.Branch[] local = new LocalType.Branch[branches.size()];
        for (int i = 0; i < local.length; i++) {
            local[i] = new LocalType.Branch(branches.get(i).label(), children.get(i));
        }
        return List.of(local);
    }
}
