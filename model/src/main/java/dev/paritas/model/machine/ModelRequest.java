package dev.paritas.model.machine;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.List;

/** Run requests as JSON, read in the reference's order: a choreography is loaded before the next one is read (spec 22 §2-3). */
public final class ModelRequest {
    private ModelRequest() {}

    /**
     * Runs {@code {"choreographies":[..],"concurrency":n,"max_steps":n}}; versions and unknown members are not looked at.
     * Numbers beyond the largest word run, and are told, as that word.
     *
     * @throws ProblemException ({@link ModelInputProblem}) with the reference's text; {@code TOO_LARGE} with ours
     *     for a run that passes a limit
     */
    public static RunOutput run(JsonValue request) {
        List<JsonValue> choreographies;
        try {
            choreographies = ModelReader.typedArray(ModelReader.memberOrNull(request, "choreographies"));
        } catch (ModelReadException e) {
            throw refused(ModelInputCode.BAD_REQUEST, "missing choreographies: ", e);
        }
        long concurrency = natural(request, "concurrency");
        long maxSteps = natural(request, "max_steps");
        ModelMachine machine = new ModelMachine();
        for (JsonValue choreography : choreographies) {
            load(machine, choreography);
        }
        try {
            return machine.run(concurrency, maxSteps);
        } catch (ProblemException e) {
            throw new ProblemException(new ModelInputProblem(
                    ModelInputCode.TOO_LARGE, e.only(RunLimitProblem.class).sentence()));
        }
    }

    private static long natural(JsonValue request, String member) {
        try {
            return ModelReader.count(ModelReader.memberOrNull(request, member));
        } catch (ModelReadException e) {
            throw refused(ModelInputCode.BAD_REQUEST, "missing " + member + ": ", e);
        }
    }

    private static void load(ModelMachine machine, JsonValue choreography) {
        GlobalType global;
        List<String> roles;
        try {
            global = ModelReader.globalType(ModelReader.memberOrNull(choreography, "global_type"));
            roles = ModelReader.strings(ModelReader.typedArray(ModelReader.memberOrNull(choreography, "roles")));
        } catch (ModelReadException e) {
            throw refused(ModelInputCode.BAD_CHOREOGRAPHY, "bad choreography: ", e);
        }
        machine.load(global, roles);
    }

    private static ProblemException refused(ModelInputCode code, String prefix, ModelReadException e) {
        return new ProblemException(new ModelInputProblem(code, prefix + e.getMessage()));
    }
}
