package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What the profile claims about a result; printed, not proved (spec 52 §8.8). */
public enum QualityClass {
    EXACT_OPTIMAL,
    PREMISED_WINDOW_BOUNDED,
    PREMISE_ONLY,
    NO_CANDIDATE;

    public static final WordCodec<QualityClass> CODEC = WordCodec.camelCase(QualityClass.class);
}
