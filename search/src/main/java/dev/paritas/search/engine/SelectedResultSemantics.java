package dev.paritas.search.engine;

/** Who says what the result of a search is; only the first can be replayed (spec 52 §8.9). */
public enum SelectedResultSemantics {
    QUERY_DERIVED,
    HOST_SELECTED
}
