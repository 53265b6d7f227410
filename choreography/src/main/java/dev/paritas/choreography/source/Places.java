package dev.paritas.choreography.source;

import java.util.IdentityHashMap;
import java.util.Map;

/** Where statements, branches and roles stand in the text; by identity, since equal ones stand in several places. */
final class Places {
    private final Map<Object, Token> places = new IdentityHashMap<>();

    void put(Object part, Token place) {
        places.put(part, place);
    }

    Token of(Object part) {
        return places.getOrDefault(part, Token.NOWHERE);
    }
}
