package dev.paritas.heap.state;

import dev.paritas.heap.resource.ResourceId;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in id order that knows positions: a weight-balanced tree. Finding, adding, taking away and ranking
 * cost O(log n), and each change shares all but one path with the map it came from.
 */
final class OrderedIds<V> {
    /** A subtree may weigh so many times its sibling; with {@link #SINGLE} these are the proven parameters of the tree. */
    private static final int BALANCE = 3;

    private static final int SINGLE = 2;

    private record Node<V>(
            ResourceId id,
            V value,
            @Nullable Node<V> left,
            @Nullable Node<V> right,
            int size) {
        Node(ResourceId id, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
            this(id, value, left, right, sizeOf(left) + sizeOf(right) + 1);
        }
    }

    private final @Nullable Node<V> root;

    private OrderedIds(@Nullable Node<V> root) {
        this.root = root;
    }

    static <V> OrderedIds<V> empty() {
        return new OrderedIds<>(null);
    }

    int size() {
        return sizeOf(root);
    }

    Optional<V> get(ResourceId id) {
        Node<V> node = root;
        while (node != null) {
            int order = id.compareTo(node.id);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    boolean contains(ResourceId id) {
        return get(id).isPresent();
    }

    /** {@return how many ids are smaller than {@code id}} */
    int rank(ResourceId id) {
        int smaller = 0;
        Node<V> node = root;
        while (node != null) {
            if (id.compareTo(node.id) <= 0) {
                node = node.left;
            } else {
                smaller += sizeOf(node.left) + 1;
                node = node.right;
            }
        }
        return smaller;
    }

    /** {@return this map with {@code id} bound to {@code value}} */
    OrderedIds<V> with(ResourceId id, V value) {
        return new OrderedIds<>(with(root, id, value));
    }

    /** {@return this map without {@code id}, which it holds} */
    OrderedIds<V> without(ResourceId id) {
        return new OrderedIds<>(without(root, id));
    }

    /** Visits the entries in order, from position {@code first} on. */
    void forEachFrom(int first, BiConsumer<ResourceId, V> visitor) {
        visit(root, first, visitor);
    }

    private static <V> void visit(@Nullable Node<V> node, int first, BiConsumer<ResourceId, V> visitor) {
        if (node == null || first >= node.size) {
            return;
        }
        int before = sizeOf(node.left);
        if (first < before) {
            visit(node.left, first, visitor);
        }
        if (first <= before) {
            visitor.accept(node.id, node.value);
        }
        visit(node.right, Math.max(0, first - before - 1), visitor);
    }

    private static <V> Node<V> with(@Nullable Node<V> node, ResourceId id, V value) {
        if (node == null) {
            return new Node<>(id, value, null, null);
        }
        int order = id.compareTo(node.id);
        if (order == 0) {
            return new Node<>(id, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node, with(node.left, id, value), node.right)
                : balanced(node, node.left, with(node.right, id, value));
    }

    private static <V> @Nullable Node<V> without(@Nullable Node<V> node, ResourceId id) {
        if (node == null) {
            return null;
        }
        int order = id.compareTo(node.id);
        if (order < 0) {
            return balanced(node, without(node.left, id), node.right);
        }
        if (order > 0) {
            return balanced(node, node.left, without(node.right, id));
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node<V> next = first(node.right);
        return balanced(next, node.left, without(node.right, next.id));
    }

    private static <V> Node<V> first(Node<V> node) {
        Node<V> first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    /** {@return a node with the entry of {@code middle} over two subtrees of which at most one entry changed} */
    private static <V> Node<V> balanced(Node<V> middle, @Nullable Node<V> left, @Nullable Node<V> right) {
        if (right != null && weight(right) > BALANCE * weight(left)) {
            return weight(right.left) < SINGLE * weight(right.right)
                    ? join(right, join(middle, left, right.left), right.right)
                    : doubleLeft(middle, left, right);
        }
        if (left != null && weight(left) > BALANCE * weight(right)) {
            return weight(left.right) < SINGLE * weight(left.left)
                    ? join(left, left.left, join(middle, left.right, right))
                    : doubleRight(middle, left, right);
        }
        return join(middle, left, right);
    }

    private static <V> Node<V> doubleLeft(Node<V> middle, @Nullable Node<V> left, Node<V> right) {
        Node<V> top = inner(right.left);
        return join(top, join(middle, left, top.left), join(right, top.right, right.right));
    }

    private static <V> Node<V> doubleRight(Node<V> middle, Node<V> left, @Nullable Node<V> right) {
        Node<V> top = inner(left.right);
        return join(top, join(left, left.left, top.left), join(middle, top.right, right));
    }

    /** The heavier inner subtree of an unbalanced pair; weights say that it is there. */
    private static <V> Node<V> inner(@Nullable Node<V> node) {
        if (node == null) {
            throw new IllegalStateException("an empty subtree outweighs its sibling");
        }
        return node;
    }

    private static <V> Node<V> join(Node<V> entry, @Nullable Node<V> left, @Nullable Node<V> right) {
        return new Node<>(entry.id, entry.value, left, right);
    }

    private static int sizeOf(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }

    private static int weight(@Nullable Node<?> node) {
        return sizeOf(node) + 1;
    }
}
