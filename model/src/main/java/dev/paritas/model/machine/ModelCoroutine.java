package dev.paritas.model.machine;

import java.util.List;

/** The thread of control of one role (spec 22 §6); register 0 is the channel of this role in this session. */
final class ModelCoroutine {
    enum Status {
        READY,
        BLOCKED,
        DONE,
        FAULTED
    }

    private final long id;
    private final ModelSession session;
    private final String role;
    private final List<ModelInstr> program;
    private int pc;
    private Status status = Status.READY;

    ModelCoroutine(long id, ModelSession session, String role, List<ModelInstr> program, int entryPoint) {
        this.id = id;
        this.session = session;
        this.role = role;
        this.program = program;
        this.pc = entryPoint;
    }

    long id() {
        return id;
    }

    ModelSession session() {
        return session;
    }

    String role() {
        return role;
    }

    List<ModelInstr> program() {
        return program;
    }

    int pc() {
        return pc;
    }

    void setPc(int pc) {
        this.pc = pc;
    }

    Status status() {
        return status;
    }

    void setStatus(Status status) {
        this.status = status;
    }

    /** {@return whether it never runs again} */
    boolean isOver() {
        return status == Status.DONE || status == Status.FAULTED;
    }
}
