package dev.paritas.bridge.conform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an event of a log says. */
public enum LogMember {
    /** Which session; where no event says so, there is one. */
    SESSION,
    /** Who did it. */
    ROLE,
    /** What: {@code send}, {@code receive}, {@code choose} or {@code end}. */
    ACTION,
    /** Who is at the other end. */
    PEER,
    /** Which message. */
    LABEL;

    /** {@return the member's name where no mapping says otherwise} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the member with this name} */
    public static Optional<LogMember> of(String word) {
        return Arrays.stream(values())
                .filter(member -> member.word().equals(word))
                .findFirst();
    }
}
