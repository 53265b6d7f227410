package dev.paritas.heap.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Spec 40 §6, §7 and §9. */
class HeapTest {
    private static final String EMPTY_ROOT = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
    private static final Resource A = new Resource.Session("A", 1);
    private static final Resource B = new Resource.Channel("B", "C");
    private static final Resource C = new Resource.Value("c", Bytes.ofHex("00"));

    private final Heap.AllocatedMany three = Heap.empty().allocMany(List.of(A, B, C));
    private final Heap heap = three.heap();
    private final ResourceId a = three.ids().get(0);
    private final ResourceId b = three.ids().get(1);
    private final ResourceId c = three.ids().get(2);
    private final ResourceId forged = new ResourceId(a.digest(), 7);

    private static void assertError(ThrowingCallable operation, HeapError error) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(error));
    }

    @Test
    void an_empty_heap_has_the_worked_commitment() {
        HeapCommitment commitment = Heap.empty().commitment();
        assertThat(commitment.resourceRoot().hex()).isEqualTo(EMPTY_ROOT);
        assertThat(commitment.nullifierRoot().hex()).isEqualTo(EMPTY_ROOT);
        assertThat(commitment.counter()).isZero();
        assertThat(commitment.hash(Hasher.BLAKE3).hex())
                .isEqualTo("7e7247b1eeafb9eab55db756406825e0e327c7dd503d7dec35f30ee2917c187d");
        assertThat(Heap.empty().resourceTree().prove(0)).isEmpty();
        assertThat(Heap.empty().resourceTree().levels()).isEmpty();
    }

    @Test
    void allocation_counts_and_keeps_the_order_of_its_arguments() {
        assertThat(three.ids().stream().map(ResourceId::counter)).containsExactly(0L, 1L, 2L);
        assertThat(heap.allocCounter()).isEqualTo(3);
        assertThat(heap.size()).isEqualTo(3);
        assertThat(heap.activeIds()).isSorted().containsExactlyInAnyOrder(a, b, c);
        assertThat(heap.read(b)).isEqualTo(B);
        assertThat(heap.activeResources().values()).containsExactlyInAnyOrder(A, B, C);
        assertThat(heap.allocMany(List.of()).heap()).isEqualTo(heap);
    }

    @Test
    void the_helpers_allocate_what_they_name() {
        Heap.Allocated channel = Heap.empty().allocChannel("B", "C");
        assertThat(channel.heap().read(channel.id())).isEqualTo(B);
        Heap.Allocated session = Heap.empty().allocSession("A", 1);
        assertThat(session.id()).isEqualTo(a);
        Resource.Message message = new Resource.Message("x", "y", "l", Bytes.EMPTY, 0);
        Heap.Allocated sent = Heap.empty().allocMessage(message);
        assertThat(sent.heap().read(sent.id())).isEqualTo(message);
    }

    @Test
    void consuming_keeps_the_entry_and_the_counter() {
        Heap next = heap.consume(b);
        assertThat(next.size()).isEqualTo(3);
        assertThat(next.activeCount()).isEqualTo(2);
        assertThat(next.nullifiedCount()).isEqualTo(1);
        assertThat(next.allocCounter()).isEqualTo(3);
        assertThat(next.contains(b)).isTrue();
        assertThat(next.isConsumed(b)).isTrue();
        assertThat(next.isActive(b)).isFalse();
        assertThat(next.consumedIds()).containsExactly(b);
        assertThat(heap.isActive(b)).isTrue();
        assertThat(heap.consumedIds()).isEmpty();
    }

    @Test
    void errors_come_in_the_order_of_the_table() {
        Heap next = heap.consume(a);
        assertError(() -> next.consume(a), new HeapError.AlreadyConsumed(a));
        assertError(() -> next.read(a), new HeapError.AlreadyConsumed(a));
        assertError(() -> next.read(forged), new HeapError.NotFound(forged));
        assertError(() -> next.consume(forged), new HeapError.NotFound(forged));
        assertError(() -> next.remove(forged), new HeapError.NotFound(forged));
        Heap removed = next.remove(a);
        assertError(() -> removed.read(a), new HeapError.NotFound(a));
        assertError(() -> removed.consume(a), new HeapError.NotFound(a));
        assertError(() -> removed.remove(a), new HeapError.NotFound(a));
    }

    @Test
    void consuming_many_is_all_or_nothing_and_judged_by_the_heap_before() {
        assertThat(heap.consumeMany(List.of())).isEqualTo(heap);
        assertThat(heap.consumeMany(List.of(a, a)).consumedIds()).containsExactly(a);
        assertError(() -> heap.consumeMany(List.of(b, forged, a)), new HeapError.NotFound(forged));
        assertError(() -> heap.consume(a).consumeMany(List.of(b, a, forged)), new HeapError.AlreadyConsumed(a));
        assertThat(heap.nullifiedCount()).isZero();
        Heap forward = heap.consumeMany(List.of(a, b, c));
        Heap backward = heap.consumeMany(List.of(c, b, a));
        assertThat(forward).isEqualTo(backward).hasSameHashCodeAs(backward);
        assertThat(forward.commitment()).isEqualTo(backward.commitment());
        assertThat(forward.consumedIds()).isEqualTo(backward.consumedIds()).isSorted();
    }

    @Test
    void removing_takes_entry_and_nullifier_but_not_the_count() {
        Heap removed = heap.consume(a).remove(a);
        assertThat(removed.size()).isEqualTo(2);
        assertThat(removed.nullifiedCount()).isZero();
        assertThat(removed.contains(a)).isFalse();
        assertThat(removed.allocCounter()).isEqualTo(3);
        assertThat(removed.commitment().nullifierRoot().hex()).isEqualTo(EMPTY_ROOT);
        assertThat(heap.remove(b).activeIds()).containsExactlyInAnyOrder(a, c);
        assertThat(removed.alloc(A).id()).isNotEqualTo(a);
    }

    @Test
    void the_commitment_remembers_history() {
        Heap.Allocated more = heap.alloc(A);
        Heap back = more.heap().remove(more.id());
        assertThat(back.activeIds()).isEqualTo(heap.activeIds());
        assertThat(back.commitment().resourceRoot()).isEqualTo(heap.commitment().resourceRoot());
        assertThat(back.commitment()).isNotEqualTo(heap.commitment());
        assertThat(back.commitment().hash(Hasher.BLAKE3))
                .isNotEqualTo(heap.commitment().hash(Hasher.BLAKE3));
        Heap swapped = Heap.empty().allocMany(List.of(B, A, C)).heap();
        assertThat(swapped.commitment()).isNotEqualTo(heap.commitment());
    }

    @Test
    void the_last_counter_cannot_be_used() {
        Heap last = Heap.startingAt(Hasher.BLAKE3, -2L);
        Heap.Allocated one = last.alloc(A);
        assertThat(one.id().counter()).isEqualTo(-2L);
        assertError(() -> one.heap().alloc(A), new HeapError.Other("the allocation counter is used up"));
    }

    @Test
    void errors_have_the_texts_of_the_table() {
        List<HeapError> errors = List.of(
                new HeapError.NotFound(forged),
                new HeapError.AlreadyConsumed(forged),
                new HeapError.AlreadyExists(forged),
                new HeapError.TypeMismatch("channel", "value"),
                new HeapError.Other("m"));
        String shortForm = forged.shortForm();
        assertThat(errors.stream().map(HeapError::sentence))
                .containsExactly(
                        "Resource not found: " + shortForm,
                        "Resource already consumed: " + shortForm,
                        "Resource already exists: " + shortForm,
                        "Type mismatch: expected channel, got value",
                        "m");
        assertThat(errors.stream().map(error -> error.debugForm(Hasher.BLAKE3)))
                .containsExactly(
                        "NotFound(ResourceId<blake3>(" + shortForm + "))",
                        "AlreadyConsumed(ResourceId<blake3>(" + shortForm + "))",
                        "AlreadyExists(ResourceId<blake3>(" + shortForm + "))",
                        "TypeMismatch { expected: \"channel\", got: \"value\" }",
                        "Other(\"m\")");
        assertThat(errors.stream().map(HeapError::tag))
                .containsExactly("NotFound", "AlreadyConsumed", "AlreadyExists", "TypeMismatch", "Other");
    }
}
