package dev.paritas.machine.schedule;

/** A growable ring of coroutine ids: constant time at both ends, removal from the middle by shifting. */
final class IntRing {
    private int[] items = new int[16];
    private int head;
    private int size;

    int size() {
        return size;
    }

    int get(int position) {
        return items[(head + position) & (items.length - 1)];
    }

    void append(int id) {
        if (size == items.length) {
            int[] larger = new int[size * 2];
            for (int i = 0; i < size; i++) {
                larger[i] = get(i);
            }
            items = larger;
            head = 0;
        }
        items[(head + size) & (items.length - 1)] = id;
        size++;
    }

    int removeFirst() {
        int id = items[head];
        head = (head + 1) & (items.length - 1);
        size--;
        return id;
    }

    void removeAt(int position) {
        int mask = items.length - 1;
        for (int i = position; i > 0; i--) {
            items[(head + i) & mask] = items[(head + i - 1) & mask];
        }
        head = (head + 1) & mask;
        size--;
    }

    void clear() {
        head = 0;
        size = 0;
    }
}
