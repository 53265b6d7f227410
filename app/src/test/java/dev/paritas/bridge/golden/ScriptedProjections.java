package dev.paritas.bridge.golden;

import static dev.paritas.testsupport.Json.json;

import dev.paritas.bridge.implementation.Failure;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A peer that answers by candidate projection, or with prepared documents for prepared inputs. */
final class ScriptedProjections implements ProjectionPeer {
    private final Map<JsonValue, String> prepared = new HashMap<>();
    private String single = "";

    ScriptedProjections answer(String input, String document) {
        prepared.put(json(input), document);
        return this;
    }

    /** The answer to every export of one projection. */
    ScriptedProjections answerOne(String document) {
        single = document;
        return this;
    }

    @Override
    public JsonValue exportProjection(JsonValue global, String role) {
        return json(single);
    }

    @Override
    public JsonValue exportAllProjections(JsonValue global) {
        String document = prepared.get(global);
        if (document == null) {
            return candidates(TypeReader.global().read(global.compactText()));
        }
        if (document.isEmpty()) {
            throw new ImplementationException(Peer.VALIDATOR, new Failure.Ended(1, "refused"));
        }
        return json(document);
    }

    private static JsonValue candidates(GlobalType type) {
        Map<String, JsonValue> projections = new TreeMap<>();
        for (String role : type.roles()) {
            projections.put(role, GoldenTypes.export(CandidateProjection.trans(type, role)));
        }
        return new JsonValue.Obj(Map.of("success", JsonValue.TRUE, "projections", new JsonValue.Obj(projections)));
    }
}
