package dev.paritas.bridge;

/**
 * What a choreography asks of one role: its projection.
 *
 * @param role name of the role
 * @param text the local type, for people
 * @param json the local type in the exchange form (docs/spec/10-types-json.md §5), one line
 */
public record LocalProtocol(String role, String text, String json) {}
