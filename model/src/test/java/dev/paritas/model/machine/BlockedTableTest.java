package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The iteration order of the blocked map (spec 22 §7.5), worked out by hand. */
class BlockedTableTest {
    private static BlockedTable<String> table(long... keys) {
        BlockedTable<String> table = new BlockedTable<>();
        for (long key : keys) {
            table.put(key, "k" + key);
        }
        return table;
    }

    @Test
    void up_to_sixteen_ids_come_out_ascending() {
        assertThat(table(5, 3, 15, 0, 9).keys()).containsExactly(0, 3, 5, 9, 15);
        assertThat(table(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0).keys())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void in_a_bucket_the_latest_key_comes_first() {
        assertThat(table(0, 16, 1, 17).keys()).containsExactly(16, 0, 17, 1);
        assertThat(table(16, 0).keys()).containsExactly(0, 16);
    }

    @Test
    void the_thirteenth_key_doubles_the_table_and_turns_collisions_round() {
        // Before: bucket 0 holds 64, 32, 0. After: 0, 32, 64.
        BlockedTable<String> table = table(0, 32, 64, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(table.keys()).startsWith(64, 32, 0, 1);
        table.put(16, "x");
        assertThat(table.keys()).containsExactly(0, 32, 64, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16);
    }

    @Test
    void replacing_keeps_the_place_and_erasing_never_shrinks() {
        BlockedTable<String> table = table(0, 16);
        table.put(0, "again");
        assertThat(table.keys()).containsExactly(16, 0);
        assertThat(table.get(0)).contains("again");
        BlockedTable<String> grown = table(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        for (int key = 1; key < 13; key++) {
            grown.remove(key);
        }
        grown.put(16, "x");
        assertThat(grown.keys()).containsExactly(0, 16);
        assertThat(grown.size()).isEqualTo(2);
    }

    @Test
    void large_keys_are_folded() {
        // 65536 = 2^16 folds to 2^16 xor 1, bucket 1.
        assertThat(table(65_536, 0, 2).keys()).containsExactly(0, 65_536, 2);
    }
}
