package dev.paritas.choreography.source.projection;

/**
 * Why a choreography has no extended local type for a role (spec 11 §7). The reference's vocabulary has five more that no
 * input brings about: NonParticipantChoice, UnsupportedParallel, UnboundVariable, RangeProjection and WildcardProjection.
 */
public sealed interface SourceProjectionError {
    /** Stable codes: scripts key on the name. */
    enum Code {
        /** Parallel branches begin with messages of one direction and one partner. */
        INCONSISTENT_PARALLEL,
        /** A role is picked at run time only. */
        DYNAMIC_ROLE_PROJECTION,
        /** A role's parameter has no value. */
        UNBOUND_SYMBOLIC,
        /** A role that neither decides nor is told cannot tell the branches apart. */
        MERGE_FAILURE,
        /** A statement about commitments. */
        UNSUPPORTED_AUTHORITY_CONSTRUCT,
        /** A statement whose contents were not read; the reference has no such case. */
        NOT_READ
    }

    Code code();

    String message();

    record InconsistentParallel() implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.INCONSISTENT_PARALLEL;
        }

        @Override
        public String message() {
            return "inconsistent projections in parallel branches";
        }
    }

    record DynamicRoleProjection(String role) implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.DYNAMIC_ROLE_PROJECTION;
        }

        @Override
        public String message() {
            return "role " + role + " is known at run time only";
        }
    }

    record UnboundSymbolic(String param) implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.UNBOUND_SYMBOLIC;
        }

        @Override
        public String message() {
            return "role parameter " + param + " has no value";
        }
    }

    /** @param text prose; no script compares it */
    record MergeFailure(String text) implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.MERGE_FAILURE;
        }

        @Override
        public String message() {
            return "cannot merge branches: " + text;
        }
    }

    /** @param construct the statement's first word */
    record UnsupportedAuthorityConstruct(String construct) implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.UNSUPPORTED_AUTHORITY_CONSTRUCT;
        }

        @Override
        public String message() {
            return "the authority construct " + construct + " cannot be projected";
        }
    }

    /** @param feature the word by which the lowering names the statement */
    record NotRead(String feature) implements SourceProjectionError {
        @Override
        public Code code() {
            return Code.NOT_READ;
        }

        @Override
        public String message() {
            return "the contents of a statement of kind " + feature + " were not read, so it cannot be projected";
        }
    }
}
