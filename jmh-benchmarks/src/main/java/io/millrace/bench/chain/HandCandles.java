package io.millrace.bench.chain;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Flow W, written by hand: the same windows by event time, closed when stage time plus the key's lead has passed their
 * end, by key where several close at once. It knows what the flow does not need: a key has one open window, because
 * nothing waits for late items.
 */
public final class HandCandles implements Chain {
    private static final long WINDOW = 1_000_000_000L;

    private static final class State {
        private long lead = Long.MIN_VALUE;
        private long start;
        private boolean open;
        private final Candle.Writer candle = new Candle.Writer();
        private final Averages averages = new Averages();
    }

    private final Trade trade = Trade.CODEC.create();
    private final KeyedStore<State> states = new KeyedStore<>();
    private final Tallies out = new Tallies();
    private long now = Long.MIN_VALUE;
    private long nextDeadline = Long.MAX_VALUE;
    private long firstCount;
    private long secondCount;

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        while (at < end) {
            final long time = OffHeap.int64(at + RecordLayout.INGEST_TIME);
            if (time >= nextDeadline) {
                closeDue(time);
            }
            now = Math.max(now, time);
            final int recordLength = OffHeap.int32(at + RecordLayout.LENGTH);
            if (OffHeap.int32(at + RecordLayout.KIND) == RecordLayout.dataOf(0)) {
                Trade.CODEC.view(at + RecordLayout.HEADER, recordLength - RecordLayout.HEADER, trade);
                if (trade.size() >= Records.SMALL) {
                    onLarge();
                }
            }
            at += RecordLayout.aligned(recordLength);
        }
    }

    private void onLarge() {
        final int instrument = trade.instrumentId();
        State state = states.get(instrument);
        if (state == null) {
            state = new State();
            states.put(instrument, state);
        }
        final long time = trade.exchangeTime();
        final long lead = time - now;
        if (lead > state.lead) {
            state.lead = lead;
            if (state.open) {
                if (state.start + WINDOW <= time) {
                    close(state);
                } else {
                    nextDeadline = Math.min(nextDeadline, state.start + WINDOW - lead);
                }
            }
        } else if (lead < state.lead) {
            return;
        }
        if (!state.open) {
            state.open = true;
            state.start = time - Math.floorMod(time, WINDOW);
            nextDeadline = Math.min(nextDeadline, state.start + WINDOW - state.lead);
        }
        state.candle.add(trade);
    }

    /** Windows in the order of their deadlines, then keys: all of them fall due at once where leads are equal. */
    private void closeDue(final long time) {
        while (nextDeadline <= time) {
            final long deadline = nextDeadline;
            nextDeadline = Long.MAX_VALUE;
            for (int instrument = 0; instrument < Records.INSTRUMENTS; instrument++) {
                final State state = states.get(instrument);
                if (state != null && state.open) {
                    final long own = state.start + WINDOW - state.lead;
                    if (own <= deadline) {
                        close(state);
                    } else {
                        nextDeadline = Math.min(nextDeadline, own);
                    }
                }
            }
        }
    }

    private void close(final State state) {
        final double close = state.candle.close();
        state.open = false;
        Candle.TYPE.clear(state.candle);
        final double average = state.averages.average(close);
        if (close > average) {
            out.first.add(close);
            firstCount++;
        } else {
            out.second.add(close);
            secondCount++;
        }
    }

    /** At the end of input, which closes what is open, by key. */
    public void end() {
        for (int instrument = 0; instrument < Records.INSTRUMENTS; instrument++) {
            final State state = states.get(instrument);
            if (state != null && state.open) {
                close(state);
            }
        }
    }

    /** What the sinks of the flow would have taken. */
    public Tallies tallies() {
        return out;
    }

    @Override
    public String results() {
        return out + ", outputs " + firstCount + " " + secondCount;
    }
}
