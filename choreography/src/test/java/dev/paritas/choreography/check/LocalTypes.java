package dev.paritas.choreography.check;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import java.util.List;

/** Short forms for the types in the specification's tables. */
final class LocalTypes {
    private LocalTypes() {}

    static LocalType end() {
        return LocalType.END;
    }

    static LocalType var(String name) {
        return new LocalType.Var(name);
    }

    static LocalType mu(String var, LocalType body) {
        return new LocalType.Mu(var, body);
    }

    static LocalType.Branch on(String label, LocalType next) {
        return new LocalType.Branch(Label.of(label), next);
    }

    static LocalType.Branch on(String label, PayloadSort sort, LocalType next) {
        return new LocalType.Branch(new Label(label, sort), next);
    }

    static LocalType send(String partner, LocalType.Branch... branches) {
        return new LocalType.Send(partner, List.of(branches));
    }

    static LocalType recv(String partner, LocalType.Branch... branches) {
        return new LocalType.Recv(partner, List.of(branches));
    }
}
