package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.List;

/** How much of a session an owner holds (spec 30 §3); CamelCase on the wire. */
public sealed interface OwnershipScope {
    record Session() implements OwnershipScope {}

    /** @param roles as given on the wire; the machine keeps them sorted and unique */
    record Fragments(List<String> roles) implements OwnershipScope {
        public Fragments {
            roles = List.copyOf(roles);
        }
    }

    OwnershipScope SESSION = new Session();

    Codec<OwnershipScope> CODEC = TaggedCodec.<OwnershipScope>named("OwnershipScope")
            .constant("Session", SESSION)
            .variant("Fragments", Fragments.class, Codec.listOf(Codec.STRING), Fragments::new, Fragments::roles)
            .build();

    /** {@return the scope of a single role} */
    static OwnershipScope fragment(String role) {
        return new Fragments(List.of(role));
    }
}
