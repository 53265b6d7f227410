package dev.paritas.bridge.corpus;

/** The families of cases, one JSON-lines file each; every line carries its case's id. */
enum CorpusFamily {
    /** The choreographies themselves. */
    CHOREOGRAPHIES("choreographies.jsonl"),
    /** Each role's local type, or why there is none. */
    PROJECTIONS("projections.jsonl"),
    /** Runs of the machine (R). */
    MACHINE_RUNS("machine-runs.jsonl"),
    /** Runs of the reference dialect (L), without step states. */
    DIALECT_RUNS("dialect-runs.jsonl"),
    /** Step states of L. */
    DIALECT_STEPS("dialect-steps.jsonl"),
    /** Reference simulations of the first choreography. */
    SIMULATIONS("simulations.jsonl");

    private final String path;

    CorpusFamily(String path) {
        this.path = path;
    }

    /** {@return the file's path relative to the corpus folder} */
    public String path() {
        return path;
    }
}
