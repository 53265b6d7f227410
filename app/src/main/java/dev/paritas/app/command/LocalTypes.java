package dev.paritas.app.command;

import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Local types as commands name them: a document, or a role of a choreography as {@code FILE#ROLE}. */
record LocalTypes(Streams streams) {
    /** What a command says of such an argument. */
    static final String DESCRIPTION = "A local type as JSON, or a choreography and a role of it as FILE#ROLE.";

    /** @throws CommandFailure with code and place of whatever is wrong */
    LocalType read(String word) {
        int role = word.lastIndexOf('#');
        return role > 0 && !Files.exists(Path.of(word))
                ? projected(Path.of(word.substring(0, role)), word.substring(role + 1))
                : document(Path.of(word));
    }

    private LocalType projected(Path file, String role) {
        Choreographies reader = new Choreographies(streams);
        return RoleProjection.of(file + " role " + role, reader.readOne(file).globalType(), role, reader);
    }

    private LocalType document(Path file) {
        byte[] bytes = streams.read(file, ReadPolicy.STRICT.maxBytes());
        try {
            return TypeReader.local(ReadPolicy.STRICT).read(bytes);
        } catch (ProblemException e) {
            ImportRefusal refusal = e.only(ImportRefusal.class);
            throw CommandFailure.at(file + " " + refusal.place(), refusal);
        }
    }
}
