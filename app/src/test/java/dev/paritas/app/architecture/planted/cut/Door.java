package dev.paritas.app.architecture.planted.cut;

/** What users begin with. */
public final class Door {
    /** {@return what is open because it stands here} */
    public Used used() {
        return new Used();
    }
}
