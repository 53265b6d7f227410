package dev.paritas.admission.runtime;

/**
 * How much memory a composed runtime may account for, in bytes (spec 31 §9).
 *
 * @param incrementalBytesPerProtocol what one more admitted bundle may cost
 */
public record MemoryBudget(long bytesPerCoroutine, long bytesPerSession, long incrementalBytesPerProtocol) {
    public static final MemoryBudget DEFAULT = new MemoryBudget(65_536, 262_144, 131_072);

    /**
     * What is held against a budget: the sizes of the reference's structures on a 64-bit machine, constant for a whole run.
     * They say nothing about this virtual machine's heap; with them a budget has the reference's verdict.
     */
    public static final MemoryBudget USAGE = new MemoryBudget(288, 784, 8);

    public MemoryBudget {
        if (bytesPerCoroutine < 0 || bytesPerSession < 0 || incrementalBytesPerProtocol < 0) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }
}
