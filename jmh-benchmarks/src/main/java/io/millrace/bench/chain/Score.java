package io.millrace.bench.chain;

import io.millrace.engine.item.ItemType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What is known of a tick: its price, the average, and how far it is from it. */
final class Score {
    static final ItemType<Score, Score> TYPE = new ScoreType();

    double price;
    double average;
    double score;

    private static final class ScoreType implements ItemType<Score, Score> {
        @Override
        public String name() {
            return "bench.score";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Score create() {
            return new Score();
        }

        @Override
        public void clear(final Score item) {
            item.price = 0;
            item.average = 0;
            item.score = 0;
        }

        @Override
        public int encode(final Score item, final MutableDirectBuffer target, final int offset) {
            target.putDouble(offset, item.price);
            target.putDouble(offset + 8, item.average);
            target.putDouble(offset + 16, item.score);
            return 24;
        }

        @Override
        public Score decode(final DirectBuffer source, final int offset, final int length, final Score reuse) {
            reuse.price = source.getDouble(offset);
            reuse.average = source.getDouble(offset + 8);
            reuse.score = source.getDouble(offset + 16);
            return reuse;
        }
    }
}
