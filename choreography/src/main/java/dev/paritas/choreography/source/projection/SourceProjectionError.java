package dev.paritas.choreography.source.projection;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * Why a choreography has no extended local type for a role (spec 11 §7). The reference's vocabulary has five more that no
 * input brings about: NonParticipantChoice, UnsupportedParallel, UnboundVariable, RangeProjection and WildcardProjection.
 */
public sealed interface SourceProjectionError extends Problem {
    /** Parallel branches begin with messages of one direction and one partner. */
    record InconsistentParallel() implements SourceProjectionError {
        @Override
        public String sentence() {
            return "inconsistent projections in parallel branches";
        }
    }

    /** A role is picked at run time only. */
    record DynamicRoleProjection(String role) implements SourceProjectionError {
        @Override
        public String sentence() {
            return "role " + role + " is known at run time only";
        }
    }

    /** A role's parameter has no value. */
    record UnboundSymbolic(String param) implements SourceProjectionError {
        @Override
        public String sentence() {
            return "role parameter " + param + " has no value";
        }
    }

    /**
     * A role that neither decides nor is told cannot tell the branches apart.
     *
     * @param text prose; no script compares it
     */
    record MergeFailure(String text) implements SourceProjectionError {
        @Override
        public String sentence() {
            return "cannot merge branches: " + text;
        }
    }

    /**
     * A statement about commitments.
     *
     * @param construct the statement's first word
     */
    record UnsupportedAuthorityConstruct(String construct) implements SourceProjectionError {
        @Override
        public String sentence() {
            return "the authority construct " + construct + " cannot be projected";
        }
    }

    /**
     * A statement whose contents were not read; the reference has no such case.
     *
     * @param feature the word by which the lowering names the statement
     */
    record NotRead(String feature) implements SourceProjectionError {
        @Override
        public String sentence() {
            return "the contents of a statement of kind " + feature + " were not read, so it cannot be projected";
        }
    }
}
