package dev.paritas.bridge;

import java.util.Optional;

/**
 * Who answered.
 *
 * @param name of the program, or its path when it does not say
 * @param version in the program's own counting; empty when it does not say
 */
public record Identity(String name, Optional<String> version, Implementation implementation) {
    /** {@return a part of this program, in this process} */
    public static Identity ofThisProcess(String kind) {
        return new Identity(Release.NAME, Optional.of(Release.VERSION), Implementation.ofThisBuild(kind));
    }

    /** {@return name, version and implementation for people, on one line} */
    public String text() {
        return name + version.map(word -> " " + word).orElse("") + " (" + implementation.id() + ")";
    }
}
