package io.millrace.feed.decode;

import java.util.Arrays;

/**
 * Two numbers for each symbol: what a connection has seen last of it.
 *
 * <p>Thread: one. Allocation: only for new symbols. Deterministic: yes.
 */
public final class SymbolNumbers {
    private static final int FEW = 64;

    private final SymbolTable symbols = new SymbolTable();
    private long[] last = new long[FEW];
    private int[] counts = new int[FEW];

    /**
     * Takes in a number of a symbol; gives how often it came before, one after another.
     *
     * @param length from 1 to {@link SymbolTable#LONGEST}
     */
    public int repeats(final byte[] bytes, final int at, final int length, final long number) {
        int place = symbols.find(bytes, at, length);
        if (place == SymbolTable.ABSENT) {
            place = symbols.add(bytes, at, length);
            if (place == last.length) {
                last = Arrays.copyOf(last, 2 * place);
                counts = Arrays.copyOf(counts, 2 * place);
            }
            last[place] = number;
            return 0;
        }
        if (last[place] != number) {
            last[place] = number;
            counts[place] = 0;
            return 0;
        }
        return ++counts[place];
    }
}
