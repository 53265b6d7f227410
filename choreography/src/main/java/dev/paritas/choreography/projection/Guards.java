package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import java.util.HashSet;
import java.util.Set;

/**
 * Binders around projected bodies: one stays only when it guards its variable (spec 11 §2 step 4). Remembers the last
 * row of binders, so that a row of thousands is not walked again for each of them.
 */
final class Guards {
    private LocalType row = LocalType.END;
    private LocalType under = LocalType.END;
    private final Set<String> names = new HashSet<>();

    /** {@return the recursion over {@code body}, or end when {@code var} is reached through binders alone} */
    LocalType recursion(String var, LocalType body) {
        if (body != row) {
            names.clear();
            under = body;
            while (under instanceof LocalType.Mu(String bound, LocalType inner)) {
                names.add(bound);
                under = inner;
            }
        }
        boolean guarded = names.contains(var) || !(under instanceof LocalType.Var(String name) && name.equals(var));
        if (!guarded) {
            row = LocalType.END;
            under = LocalType.END;
            names.clear();
            return LocalType.END;
        }
        LocalType recursion = new LocalType.Mu(var, body);
        names.add(var);
        row = recursion;
        return recursion;
    }
}
