package dev.paritas.heap.resource;

/** A hash over whole inputs. Implementations are safe from any thread and do not keep or change the input. */
@FunctionalInterface
public interface HashFunction {
    /** {@return the digest of {@code input}, 32 bytes in an array of its own} */
    byte[] digest(byte[] input);
}
