package dev.paritas.bridge.corpus;

/**
 * One case, and what it is called in reports.
 *
 * @param id path-like: {@code heap/fixtures/practice}, {@code heap/generated/seed-0042}
 */
public record Case<C>(String id, C value) {
    /** {@return whether it was written by hand} */
    public boolean isFixture() {
        return id.contains("/fixtures/");
    }
}
