package dev.paritas.bridge.bundle;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * A bundle holds something that is no type; the sentence is the reference's.
 *
 * @param place the JSON pointer of the offending value in the bundle
 */
public record BundleImportProblem(String place, String sentence) implements Problem {
    @Override
    public String code() {
        return "BUNDLE_IMPORT";
    }
}
