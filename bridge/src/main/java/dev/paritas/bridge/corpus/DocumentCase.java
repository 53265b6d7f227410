package dev.paritas.bridge.corpus;

/**
 * A published case that is one document by itself.
 *
 * @param id path-like: {@code heap/fixtures/practice}, {@code heap/generated/seed-0042}
 */
public record DocumentCase<D>(String id, D document) {
    /** {@return whether it was written by hand} */
    public boolean isFixture() {
        return id.contains("/fixtures/");
    }
}
