package dev.paritas.choreography.json;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What differs between the exchange forms of global and local types.
 *
 * @param <T> the types
 * @param <B> their branches
 */
sealed interface Dialect<T extends SessionType<T>, B> {
    Dialect<GlobalType, GlobalType.Branch> GLOBAL = new Global();
    Dialect<LocalType, LocalType.Branch> LOCAL = new Local();

    /** {@return {@code global} or {@code local}} */
    String word();

    /** {@return the type's name in the formal model's messages} */
    String modelName();

    boolean knows(Kind kind);

    T end();

    T variable(String name);

    T recursion(String var, T body);

    /**
     * Builds a communication, send or receive.
     *
     * @param first the sender, or the partner
     * @param second the receiver; not looked at for a partner
     */
    T choice(Kind kind, String first, String second, List<B> branches);

    B branch(Label label, T continuation);

    /** {@return the head of a delegation around its continuation; empty where there is no such node} */
    Optional<UnaryOperator<T>> delegation(JsonValue json);

    record Global() implements Dialect<GlobalType, GlobalType.Branch> {
        @Override
        public String word() {
            return "global";
        }

        @Override
        public String modelName() {
            return "GlobalType";
        }

        @Override
        public boolean knows(Kind kind) {
            return kind != Kind.SEND && kind != Kind.RECV;
        }

        @Override
        public GlobalType end() {
            return GlobalType.END;
        }

        @Override
        public GlobalType variable(String name) {
            return new GlobalType.Var(name);
        }

        @Override
        public GlobalType recursion(String var, GlobalType body) {
            return new GlobalType.Mu(var, body);
        }

        @Override
        public GlobalType choice(Kind kind, String first, String second, List<GlobalType.Branch> branches) {
            return new GlobalType.Comm(first, second, branches);
        }

        @Override
        public Optional<UnaryOperator<GlobalType>> delegation(JsonValue json) {
            String delegator = ModelTypeReader.text(json, "delegator");
            String delegatee = ModelTypeReader.text(json, "delegatee");
            long session = ModelTypeReader.natural(ModelTypeReader.member(json, "session_id"));
            String role = ModelTypeReader.text(json, "role");
            return Optional.of(next -> new GlobalType.Delegate(delegator, delegatee, session, role, next));
        }

        @Override
        public GlobalType.Branch branch(Label label, GlobalType continuation) {
            return new GlobalType.Branch(label, continuation);
        }
    }

    record Local() implements Dialect<LocalType, LocalType.Branch> {
        @Override
        public String word() {
            return "local";
        }

        @Override
        public String modelName() {
            return "LocalTypeR";
        }

        @Override
        public boolean knows(Kind kind) {
            return kind != Kind.COMM;
        }

        @Override
        public LocalType end() {
            return LocalType.END;
        }

        @Override
        public LocalType variable(String name) {
            return new LocalType.Var(name);
        }

        @Override
        public LocalType recursion(String var, LocalType body) {
            return new LocalType.Mu(var, body);
        }

        @Override
        public LocalType choice(Kind kind, String first, String second, List<LocalType.Branch> branches) {
            return kind == Kind.SEND ? new LocalType.Send(first, branches) : new LocalType.Recv(first, branches);
        }

        @Override
        public Optional<UnaryOperator<LocalType>> delegation(JsonValue json) {
            return Optional.empty();
        }

        @Override
        public LocalType.Branch branch(Label label, LocalType continuation) {
            return new LocalType.Branch(label, continuation);
        }
    }
}
