package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.implementation.ValidatorOperations.RegularPracticalFragment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agreement corpus on the practical fragment (spec 11 §10.3), typed in: a type, and what is known of it. */
final class AgreementTable {
    private AgreementTable() {}

    /** {@return what is known, each under the type's JSON} */
    static List<Case<RegularPracticalFragment>> cases() {
        return List.of(
                known(
                        "{'kind':'end'}",
                        false,
                        false,
                        true,
                        "end",
                        "full unfolding does not expose a communication head (got end)"),
                known(send("msg", "{'kind':'end'}"), true, true, true, "send", null),
                known(
                        "{'kind':'rec','var':'t','body':"
                                + send("msg", "{'kind':'var','name':'t'}").replace("send", "recv") + "}",
                        true,
                        true,
                        true,
                        "recv",
                        null),
                known(
                        "{'kind':'rec','var':'t','body':{'kind':'var','name':'t'}}",
                        false,
                        false,
                        false,
                        "mu",
                        "local type is not contractive/guarded"),
                known(
                        send("msg", "{'kind':'var','name':'t'}"),
                        false,
                        true,
                        false,
                        "send",
                        "local type has free recursion variables"));
    }

    private static Case<RegularPracticalFragment> known(
            String type, boolean result, boolean reaches, boolean wellFormed, String head, @Nullable String reason) {
        return new Case<>(
                type.replace('\'', '"'),
                new RegularPracticalFragment(result, reaches, wellFormed, head, Optional.ofNullable(reason)));
    }

    private static String send(String label, String continuation) {
        return "{'kind':'send','partner':'B','branches':[{'label':{'name':'" + label
                + "','sort':'unit'},'continuation':" + continuation + "}]}";
    }
}
