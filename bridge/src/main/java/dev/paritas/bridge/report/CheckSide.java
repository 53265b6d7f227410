package dev.paritas.bridge.report;

import dev.paritas.bridge.Identity;
import dev.paritas.bridge.Implementation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * Who stood on one side of a check.
 *
 * @param name of the program, or its path when it does not say
 * @param version in the program's own counting; absent when it does not say
 */
public record CheckSide(String name, @Nullable String version, Implementation implementation) {
    public static final Codec<CheckSide> CODEC = ObjectCodec.of("CheckSide", m -> {
        var name = m.required("name", Codec.STRING, CheckSide::name);
        var version = m.omittable("version", Codec.STRING, CheckSide::version);
        var implementation = m.required("implementation", Implementation.CODEC, CheckSide::implementation);
        return in -> new CheckSide(in.get(name), in.get(version), in.get(implementation));
    });

    public static CheckSide of(Identity identity) {
        return new CheckSide(identity.name(), identity.version().orElse(null), identity.implementation());
    }
}
