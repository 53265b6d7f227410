package dev.paritas.app.report.page;

import dev.paritas.bridge.report.CheckStatus;

/** What a reader of the page looks for: the four groups that its buttons show. */
enum Kind {
    PASSED("passed", "agrees"),
    FAILED("failed", "failed, broken or blocked"),
    KNOWN("known", "a listed deviation explains it"),
    SKIPPED("skipped", "left out");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    static Kind of(CheckStatus status) {
        return switch (status) {
            case PASS -> PASSED;
            case FAIL, BLOCKED, BROKEN -> FAILED;
            case COVERED -> KNOWN;
            case SKIPPED -> SKIPPED;
        };
    }
}
