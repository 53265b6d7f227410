package dev.paritas.app.executable;

import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.List;

/** What a serving process can be asked for. */
interface ServedRole {
    /** Writes one JSON value. */
    @FunctionalInterface
    interface Answer {
        void write(JsonOutput out);
    }

    /** {@return the executable's name} */
    String name();

    /** {@return the versions of the documents it answers with} */
    default List<String> schemaVersions() {
        return List.of(BridgeVersion.CURRENT);
    }

    /** {@return what answers: the machine or the model, of this build} */
    String kind();

    /** {@return the operations, ascending} */
    List<String> operations();

    /**
     * Performs one operation.
     *
     * @throws RoleException with the code and message that the client is told
     */
    Answer perform(String operation, JsonValue payload);
}
