package dev.paritas.app.command;

import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionException;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.ReadPolicy;
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
        try {
            return Projection.project(new Choreographies(streams).readOne(file).globalType(), role);
        } catch (ProjectionException e) {
            throw CommandFailure.at(
                    e.error().code().name(), file + " role " + role, e.error().message());
        }
    }

    private LocalType document(Path file) {
        try {
            return TypeReader.local(ReadPolicy.STRICT).read(streams.read(file, ReadPolicy.STRICT.maxBytes()));
        } catch (ImportException e) {
            throw CommandFailure.at(
                    e.error().code().name(),
                    file + " " + Failures.place(e.pointer(), e.line(), e.column()),
                    String.valueOf(e.getMessage()));
        }
    }
}
