package dev.paritas.choreography.generate;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A local type and a changed one, for subtyping. One seed gives one pair on every platform.
 *
 * @param change what tells {@code sup} from {@code sub}
 */
public record LocalPair(LocalChange change, LocalType sub, LocalType sup) {
    private static final String ALGORITHM = "L64X128MixRandom";
    private static final int ATTEMPTS = 1_000;
    private static final GeneratorOptions SMALL = GeneratorOptions.VALID.withSize(4, 3, 8);

    /** {@return the pair of {@code seed}; changes take turns} */
    public static LocalPair of(long seed) {
        LocalChange[] changes = LocalChange.values();
        LocalChange change = changes[(int) Math.floorMod(seed, (long) changes.length)];
        RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GlobalType global = ProtocolGenerator.generate(SMALL, seed * ATTEMPTS + attempt);
            if (global.roles().isEmpty()) {
                continue;
            }
            List<String> roles = List.copyOf(global.roles());
            LocalType sub = CandidateProjection.trans(global, roles.get(random.nextInt(roles.size())));
            Optional<LocalType> sup = change.apply(sub, random);
            if (sup.isPresent()) {
                return random.nextBoolean()
                        ? new LocalPair(change, sub, sup.get())
                        : new LocalPair(change, sup.get(), sub);
            }
        }
        throw new IllegalStateException("no pair for seed " + seed);
    }
}
