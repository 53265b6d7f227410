package dev.paritas.choreography.generate;

/**
 * What a generated protocol may look like.
 *
 * @param minRoles fewest roles to choose from, at least 2
 * @param maxRoles most roles to choose from
 * @param maxDepth longest chain of communications and binders
 * @param maxBranches most branches of one communication
 * @param maxNodes rough bound on the number of communications and binders
 * @param faults whether ill-formed protocols are made as well
 */
public record GeneratorOptions(
        int minRoles, int maxRoles, int maxDepth, int maxBranches, int maxNodes, boolean faults) {
    /** Well-formed protocols of 2 to 6 roles, small enough to read. */
    public static final GeneratorOptions VALID = new GeneratorOptions(2, 6, 6, 3, 24, false);

    /** Any protocols, ill-formed ones among them. */
    public static final GeneratorOptions ANY = new GeneratorOptions(2, 6, 6, 3, 24, true);

    public GeneratorOptions {
        if (minRoles < 2 || maxRoles < minRoles || maxDepth < 0 || maxBranches < 1 || maxNodes < 0) {
            throw new IllegalArgumentException(
                    "want 2 <= minRoles <= maxRoles, maxBranches >= 1 and no negative bound");
        }
    }

    public GeneratorOptions withRoles(int fewest, int most) {
        return new GeneratorOptions(fewest, most, maxDepth, maxBranches, maxNodes, faults);
    }

    public GeneratorOptions withSize(int depth, int branches, int nodes) {
        return new GeneratorOptions(minRoles, maxRoles, depth, branches, nodes, faults);
    }
}
