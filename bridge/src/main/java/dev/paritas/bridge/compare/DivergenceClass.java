package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.WordCodec;

/**
 * The known ways in which the machine (R) and the reference dialect (L) part: one for each row of spec 22 §16, in its
 * order, and the one that spec 20 §9.4 and §20 add to them (recursion unfolding). A difference that fits none of them is unexplained, and that is always loud.
 */
public enum DivergenceClass {
    PENDING_MESSAGE_WAKE(
            "a role that waits for one sender has a message of another sender pending: R wakes and re-blocks it every"
                    + " round, L does not, so only the ticks of later events differ"),
    SEND_BUFFER_LIMIT("a sender fills a buffer: R has 64 slots and wakes it again, L has 16 and never does"),
    MERGED_PROJECTION("a third role learns a choice only through a merge: R may run it, L refuses the image"),
    ANNOTATED_PAYLOAD("a branch carries a value type: R validates the payload, L runs it as a bare label"),
    NESTED_RECURSION(
            "one recursion binder stands directly inside another: R opens all of them at once, L opens one, so L's"
                    + " monitor faults at the next communication"),
    LOOP_TYPE_TEXT("the selected type is inside a loop: R prints the unfolded body, L the whole loop"),
    WRAPPED_TYPE_TEXT("the selected type is wider than 120 columns: R prints one line, L wraps it"),
    SESSION_ORDER("several sessions in a slice: R lists them ascending, L newest first"),
    FAULT_REASON("a faulted event: R leaves the reason out, L gives it"),
    FAULT_STOPS_RUN("a coroutine faults: R stops the run, L lets the others continue"),
    SELF_COMMUNICATION("a role sends to itself: R refuses the image, L faults when it runs"),
    PROGRAM_COUNTER("program counters: R counts per role and halt keeps it, L counts over all roles"),
    ROLE_LIST("the role list names a role that is absent from the protocol, or one role twice"),
    BLOCKED_ORDER("17 or more coroutines: R wakes ascending by id, L in the order of its hash map"),
    ROLE_NAME_ORDER("role names beyond the basic plane: both sides must order them by code point"),
    OUTER_LOOP_JUMP(
            "an inner loop jumps to an outer one: R's monitor ignores the variable's name and stays in the inner loop"
                    + " while the code jumps, so R faults or shows a label of the inner loop; L unfolds by name");

    public static final WordCodec<DivergenceClass> CODEC = WordCodec.snakeCase(DivergenceClass.class);

    private final String explanation;

    DivergenceClass(String explanation) {
        this.explanation = explanation;
    }

    /** {@return where a reader finds that the sides part in this way: page, section, and the word in its table} */
    public String source() {
        return "docs/comparison.md#known-divergences, " + word();
    }

    /** {@return a plain sentence: when it happens and what each side does} */
    public String explanation() {
        return explanation;
    }

    /** {@return the stable word in reports and reproducers} */
    public String word() {
        return CODEC.word(this);
    }
}
