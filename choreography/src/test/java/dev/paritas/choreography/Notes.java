package dev.paritas.choreography;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import java.util.ArrayList;
import java.util.List;

/** Reads the notation of the specification: {@code μt.A→B{x(nat).t, y.end}}, {@code !B{x.end}}, {@code ?A{x.end}}. */
public final class Notes {
    private final String text;
    private int at;

    private Notes(String text) {
        this.text = text.replace(" ", "");
    }

    public static GlobalType global(String text) {
        Notes notes = new Notes(text);
        GlobalType type = notes.global();
        notes.end();
        return type;
    }

    public static LocalType local(String text) {
        Notes notes = new Notes(text);
        LocalType type = notes.local();
        notes.end();
        return type;
    }

    private GlobalType global() {
        if (skip("μ")) {
            String var = name();
            expect(".");
            return new GlobalType.Mu(var, global());
        }
        String first = name();
        if (!skip("→")) {
            return first.equals("end") ? GlobalType.END : new GlobalType.Var(first);
        }
        String receiver = name();
        List<GlobalType.Branch> branches = new ArrayList<>();
        expect("{");
        while (!skip("}")) {
            Label label = label();
            expect(".");
            branches.add(new GlobalType.Branch(label, global()));
            skip(",");
        }
        return new GlobalType.Comm(first, receiver, branches);
    }

    private LocalType local() {
        if (skip("μ")) {
            String var = name();
            expect(".");
            return new LocalType.Mu(var, local());
        }
        boolean send = skip("!");
        if (!send && !skip("?")) {
            String name = name();
            return name.equals("end") ? LocalType.END : new LocalType.Var(name);
        }
        String partner = name();
        List<LocalType.Branch> branches = new ArrayList<>();
        expect("{");
        while (!skip("}")) {
            Label label = label();
            expect(".");
            branches.add(new LocalType.Branch(label, local()));
            skip(",");
        }
        return send ? new LocalType.Send(partner, branches) : new LocalType.Recv(partner, branches);
    }

    private Label label() {
        String name = name();
        if (!skip("(")) {
            return Label.of(name);
        }
        String word = name();
        expect(")");
        return new Label(
                name,
                switch (word) {
                    case "nat" -> PayloadSort.NAT;
                    case "bool" -> PayloadSort.BOOL;
                    case "string" -> PayloadSort.STRING;
                    case "real" -> PayloadSort.REAL;
                    default -> throw new IllegalArgumentException("sort " + word);
                });
    }

    private String name() {
        int start = at;
        while (at < text.length() && "μ.{}(),→!?".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean skip(String word) {
        boolean here = text.startsWith(word, at);
        at += here ? word.length() : 0;
        return here;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw new IllegalArgumentException("want " + word + " at " + at + " in " + text);
        }
    }

    private void end() {
        if (at != text.length()) {
            throw new IllegalArgumentException("rest at " + at + " in " + text);
        }
    }
}
