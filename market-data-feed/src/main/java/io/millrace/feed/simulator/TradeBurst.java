package io.millrace.feed.simulator;

import java.util.Arrays;

/**
 * Trades of one taking order at one price. Used again for the next.
 *
 * <p>Thread: the exchange's. Allocation: none in steady state. Deterministic: yes.
 */
public final class TradeBurst {
    private TrueInstrument instrument;
    private long time;
    private long tick;
    private boolean buy;
    private long firstId;
    private long aggregateId;
    private long[] lots = new long[8];
    private int count;

    TradeBurst begin(final TrueInstrument of, final long at, final long price, final boolean isBuy, final long first) {
        instrument = of;
        time = at;
        tick = price;
        buy = isBuy;
        firstId = first;
        count = 0;
        return this;
    }

    void add(final long size) {
        if (count == lots.length) {
            lots = Arrays.copyOf(lots, 2 * count);
        }
        lots[count++] = size;
    }

    TradeBurst aggregateId(final long id) {
        aggregateId = id;
        return this;
    }

    public TrueInstrument instrument() {
        return instrument;
    }

    /** Epoch nanoseconds. */
    public long time() {
        return time;
    }

    /** Price. */
    public long tick() {
        return tick;
    }

    /** Whether the taker bought. */
    public boolean isBuy() {
        return buy;
    }

    /** How many trades there are; 1 or more. */
    public int count() {
        return count;
    }

    /** Id of a trade: each instrument's have no gaps. */
    public long tradeId(final int index) {
        return firstId + index;
    }

    /** Id of the last trade. */
    public long lastTradeId() {
        return firstId + count - 1;
    }

    /** Id of all of them together: each instrument's have no gaps. */
    public long aggregateId() {
        return aggregateId;
    }

    /** Size of a trade. */
    public long lots(final int index) {
        return lots[index];
    }

    /** Size of all of them. */
    public long totalLots() {
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += lots[i];
        }
        return total;
    }
}
