package dev.paritas.bridge.compare;

import dev.paritas.bridge.Release;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gave an outcome, as a reproducer keeps it.
 *
 * @param name of the implementation: {@value #MACHINE}, {@value #DIALECT}, or the file name of a runner
 * @param version of Paritas for its own implementations, null where none is known
 * @param digest SHA-256 of the executable in hex, null for an implementation in this process
 * @param command the command line that starts it, empty for an implementation in this process
 */
public record SideIdentity(
        String name, @Nullable String version, @Nullable String digest, List<String> command) {
    public static final String MACHINE = "machine";
    public static final String DIALECT = "reference dialect";
    public static final String LEAN_MODEL = "Lean model";

    public static final Codec<SideIdentity> CODEC = ObjectCodec.of("SideIdentity", m -> {
        var name = m.required("name", Codec.STRING, SideIdentity::name);
        var version = m.omittable("version", Codec.STRING, SideIdentity::version);
        var digest = m.omittable("digest", Codec.STRING, SideIdentity::digest);
        var command = m.required("command", Codec.listOf(Codec.STRING), SideIdentity::command);
        return in -> new SideIdentity(in.get(name), in.get(version), in.get(digest), in.get(command));
    });

    public SideIdentity {
        command = List.copyOf(command);
    }

    /** {@return the name, and what tells two of that name apart} */
    public String describe() {
        String first = version == null ? name : name + " " + version;
        String where = command.isEmpty() ? first : first + " (" + ShellText.line(command) + ")";
        return digest == null ? where : where + " sha256 " + digest.substring(0, Math.min(12, digest.length()));
    }

    /** {@return an implementation of this release, in this process} */
    public static SideIdentity here(String name) {
        return new SideIdentity(name, Release.VERSION, null, List.of());
    }
}
