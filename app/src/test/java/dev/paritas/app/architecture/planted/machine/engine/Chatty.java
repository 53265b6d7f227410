package dev.paritas.app.architecture.planted.machine.engine;

/** Talks past its caller. */
final class Chatty {
    void speak() {
        System.out.println("step");
    }
}
