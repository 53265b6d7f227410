package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand nested messages are an ordinary input to every operation. */
class DepthTest {
    private static final int MESSAGES = 10_000;

    private static GlobalType chain(GlobalType last) {
        GlobalType type = last;
        for (int i = 0; i < MESSAGES; i++) {
            type = GlobalType.comm("A", "B", "m", type);
        }
        return type;
    }

    private static LocalType receives(LocalType last) {
        LocalType type = last;
        for (int i = 0; i < MESSAGES; i++) {
            type = LocalType.recv("A", "m", type);
        }
        return type;
    }

    @Test
    void equality_hash_and_text() {
        GlobalType type = chain(GlobalType.END);
        GlobalType same = chain(GlobalType.END);

        assertThat(type.equals(same)).isTrue();
        assertThat(type.hashCode()).isEqualTo(same.hashCode());
        assertThat(type.equals(chain(new GlobalType.Var("t")))).isFalse();
        assertThat(type.toString()).startsWith("A→B{m.A→B{m.").endsWith("}}");
        assertThat(type.debugText()).startsWith("Comm { sender: \"A\"");
    }

    @Test
    void predicates_and_operations() {
        GlobalType open = chain(new GlobalType.Var("t"));
        GlobalType loop = new GlobalType.Mu("t", open);

        assertThat(loop.wellFormed()).isTrue();
        assertThat(loop.depth()).isEqualTo(MESSAGES + 1);
        assertThat(open.freeVars()).containsExactly("t");
        assertThat(open.substitute("t", GlobalType.END).equals(chain(GlobalType.END)))
                .isTrue();
        assertThat(loop.unfold().equals(chain(loop))).isTrue();
        assertThat(loop.consume("A", "B", "m")).isPresent();
        assertThat(loop.validate().ok()).isTrue();
    }

    @Test
    void projections() {
        GlobalType type = chain(GlobalType.END);

        LocalType receiver = Projection.project(type, "B");

        assertThat(receiver.equals(receives(LocalType.END))).isTrue();
        assertThat(CandidateProjection.trans(type, "B").equals(receiver)).isTrue();
        assertThat(Projection.project(type, "C")).isEqualTo(LocalType.END);
        assertThat(receiver.dual().equals(Projection.project(type, "A"))).isFalse();
    }

    @Test
    void merges_that_differ_only_at_the_bottom() {
        LocalType left = receives(Notes.local("?Z{a.end}"));

        LocalType merged = Merge.merge(left, receives(Notes.local("?Z{b.end}")));

        assertThat(merged.equals(receives(Notes.local("?Z{a.end, b.end}")))).isTrue();
        assertThat(Merge.merge(left, receives(Notes.local("?Z{a.end}")))).isSameAs(left);
        assertThat(Merge.canMerge(left, receives(LocalType.END))).isFalse();
    }

    @Test
    void nested_binders_that_all_would_capture() {
        GlobalType type = new GlobalType.Var("x");
        for (int i = 0; i < 300; i++) {
            type = new GlobalType.Mu("y", type);
        }

        GlobalType renamed = type.substitute("x", new GlobalType.Var("y"));

        assertThat(renamed.freeVars()).containsExactly("y");
        assertThat(renamed.muHeight()).isEqualTo(300);
        assertThat(List.of(renamed.allVarsBound(), type.allVarsBound())).containsExactly(false, false);
    }
}
