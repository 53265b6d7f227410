package dev.paritas.choreography;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small local types from few names, so that random ones often fit together; no choice repeats a name. */
public final class SmallTypes {
    private static final List<String> LABELS = List.of("a", "b", "c");

    private SmallTypes() {}

    /** {@return {@code count} types, equal ones perhaps, the end first} */
    public static List<LocalType> pool(long seed, int count) {
        Random random = new Random(seed);
        List<LocalType> types = new ArrayList<>(List.of(LocalType.END));
        while (types.size() < count) {
            types.add(type(random, 1 + random.nextInt(3), false));
        }
        return List.copyOf(types);
    }

    private static LocalType type(Random random, int depth, boolean looping) {
        if (depth == 0) {
            return looping && random.nextBoolean() ? new LocalType.Var("t") : LocalType.END;
        }
        if (!looping && random.nextInt(6) == 0) {
            return new LocalType.Mu("t", choice(random, depth, true));
        }
        return choice(random, depth, looping);
    }

    private static LocalType choice(Random random, int depth, boolean looping) {
        List<String> labels = new ArrayList<>(LABELS);
        Collections.shuffle(labels, random);
        List<LocalType.Branch> branches = new ArrayList<>();
        for (String label : labels.subList(0, 1 + random.nextInt(2))) {
            branches.add(new LocalType.Branch(Label.of(label), type(random, random.nextInt(depth), looping)));
        }
        String partner = random.nextInt(5) == 0 ? "B" : "A";
        return random.nextInt(3) == 0 ? new LocalType.Send(partner, branches) : new LocalType.Recv(partner, branches);
    }
}
