package dev.paritas.bridge.runner;

import java.util.Optional;

/** One objection of the peer: its code, where it applies, and a sentence (spec 22 §14.4). */
public record PeerIssue(String code, Optional<String> path, String message) {}
