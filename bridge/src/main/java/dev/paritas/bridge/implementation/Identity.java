package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Optional;

/**
 * Who answered.
 *
 * @param name of the program, or its path when it does not say
 * @param version in the program's own counting; empty when it does not say
 */
public record Identity(String name, Optional<String> version, ImplementationId implementation) {
    private static final int DIGITS = 12;

    public static final Codec<Identity> CODEC = ObjectCodec.of(
            "Identity",
            field("name", Codec.STRING, Identity::name),
            omittable("version", Codec.STRING, identity -> identity.version().orElse(null)),
            field("implementation", ImplementationId.CODEC, Identity::implementation),
            (name, version, implementation) -> new Identity(name, Optional.ofNullable(version), implementation));

    /** {@return a part of this program, in this process} */
    public static Identity ofThisProcess(String kind) {
        return new Identity(Release.NAME, Optional.of(Release.VERSION), ImplementationId.ofThisBuild(kind));
    }

    /** {@return name, version and implementation for people, on one line} */
    public String text() {
        return withVersion() + " (" + implementation.id() + ")";
    }

    /** {@return as {@link #text}, with the first digits of the digest only} */
    public String brief() {
        String digest = implementation.digest();
        String first = digest.substring(0, Math.min(DIGITS, digest.length()));
        return withVersion() + " (" + new ImplementationId(implementation.kind(), first).id() + ")";
    }

    private String withVersion() {
        return name + version.map(word -> " " + word).orElse("");
    }
}
