package dev.paritas.bridge.compare;

/**
 * The outcome of comparing two traces.
 *
 * @param compared how many events stood at the same index on both sides and were compared
 * @param ledger what was normalised up to the first difference
 */
public record TraceComparison(Verdict verdict, long compared, NormalizationLedger ledger) {}
