package io.millrace.bench.peers.hand;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.EncodedTrades;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.operators.market.Trade;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * By hand, over records, with the keyed store that Millrace uses, and with windows as it has them: by the times that trades
 * carry, each instrument's closed when stage time plus the instrument's lead has passed its end.
 */
public final class OnKeyedStore implements Engine {
    private static final class State {
        private long lead = Long.MIN_VALUE;
        private boolean open;
        private final Bar bar = new Bar();
        private final Average average = new Average();
    }

    private final EncodedTrades records;
    private final Trade trade = Trade.CODEC.create();
    private final Averaged averaged = new Averaged();
    private KeyedStore<State> states;
    private Results results;
    private long now;
    private long nextDeadline;

    /** Encodes the trades. */
    public OnKeyedStore(final Trades trades) {
        records = new EncodedTrades(trades);
    }

    @Override
    public long run(final Results taker) {
        states = new KeyedStore<>();
        results = taker;
        now = Long.MIN_VALUE;
        nextDeadline = Long.MAX_VALUE;
        final long begin = System.nanoTime();
        records.each(this::onBatch);
        return System.nanoTime() - begin;
    }

    private void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
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
                if (trade.size() >= Trades.SMALL) {
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
                if (state.bar.start + Trades.WINDOW <= time) {
                    close(state);
                } else {
                    nextDeadline = Math.min(nextDeadline, state.bar.start + Trades.WINDOW - lead);
                }
            }
        } else if (lead < state.lead) {
            return;
        }
        if (!state.open) {
            state.open = true;
            state.bar.start = time - Math.floorMod(time, Trades.WINDOW);
            nextDeadline = Math.min(nextDeadline, state.bar.start + Trades.WINDOW - state.lead);
        }
        state.bar.add(instrument, trade.price(), trade.size());
    }

    /** Windows in the order of their deadlines, then keys: all of them fall due at once where leads are equal. */
    private void closeDue(final long time) {
        while (nextDeadline <= time) {
            final long deadline = nextDeadline;
            nextDeadline = Long.MAX_VALUE;
            for (int instrument = 0; instrument < Trades.INSTRUMENTS; instrument++) {
                final State state = states.get(instrument);
                if (state != null && state.open) {
                    final long own = state.bar.start + Trades.WINDOW - state.lead;
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
        averaged.set(state.bar, state.average);
        state.open = false;
        state.bar.clear();
        if (averaged.isUp()) {
            results.up(averaged);
        } else {
            results.down(averaged);
        }
    }

    @Override
    public String about() {
        return "plain Java over encoded records, state in Millrace's keyed store, windows by the times of trades";
    }
}
