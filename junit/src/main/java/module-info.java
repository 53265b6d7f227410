import org.jspecify.annotations.NullMarked;

/** What a team's JUnit tests hold its own runtime to a protocol with. */
@NullMarked
module dev.paritas.junit {
    requires transitive dev.paritas.bridge;
    requires transitive org.junit.jupiter.api;

    exports dev.paritas.junit;

    // JUnit makes the extension behind the annotation, which is nobody else's.
    opens dev.paritas.junit to
            org.junit.platform.commons;
}
