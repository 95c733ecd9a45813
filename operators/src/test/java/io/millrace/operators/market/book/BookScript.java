package io.millrace.operators.market.book;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** A source of the definitions and updates of five instruments, one of each rule, with gaps, faults and new snapshots. */
public final class BookScript implements Feed {
    private static final String STREAM = "book";
    private static final long INTERVAL = 1_000_000;
    private static final int MIDDLE = 1_000;
    private static final BookRule[] RULES = {
        BookRule.UNNUMBERED, BookRule.NEXT_ID, BookRule.PREVIOUS_ID, BookRule.ASKED_NEXT_ID, BookRule.ASKED_PREVIOUS_ID
    };

    private record Mark(byte kind, UnsafeBuffer payload) {}

    private final List<Mark> script = new ArrayList<>();
    private final long[] ids = new long[RULES.length];
    private final Random random = new Random(7);

    private BookScript(final int count) {
        for (int i = 0; i < RULES.length; i++) {
            script.add(
                    new Mark(RecordKind.DEFINITION, Updates.definition(i, RULES[i], BookChecksum.NONE, 20 * (i % 2))));
        }
        while (script.size() < count) {
            final int instrument = random.nextInt(RULES.length);
            final int choice = random.nextInt(40);
            if (choice == 0) {
                add(List.of(new Updates().instrument(instrument).fault(BookFault.MALFORMED)));
            } else if (choice <= 4) {
                add(snapshot(instrument));
            } else {
                ids[instrument] += choice == 5 ? 2 : 1;
                add(update(instrument));
            }
        }
    }

    private List<BookDelta> snapshot(final int instrument) {
        final StringBuilder levels = new StringBuilder();
        for (int i = 1; i < 6; i++) {
            levels.append(MIDDLE - i).append('x').append(i).append(' ');
        }
        levels.append('|');
        for (int i = 1; i < 6; i++) {
            levels.append(' ').append(MIDDLE + i).append('x').append(i);
        }
        final long id = ids[instrument];
        return new Updates().instrument(instrument).snapshot().ids(id, id, -1).levels(levels.toString());
    }

    private List<BookDelta> update(final int instrument) {
        final StringBuilder levels = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            levels.append(MIDDLE - 1 - random.nextInt(30))
                    .append('x')
                    .append(random.nextInt(4))
                    .append(' ');
        }
        levels.append('|');
        for (int i = random.nextInt(3); i > 0; i--) {
            levels.append(' ')
                    .append(MIDDLE - 1 + random.nextInt(50))
                    .append('x')
                    .append(random.nextInt(4));
        }
        final long id = ids[instrument];
        return new Updates()
                .instrument(instrument)
                .ids(id, id, id - 1)
                .scales(random.nextInt(2), 0)
                .time(script.size())
                .levels(levels.toString());
    }

    private void add(final List<BookDelta> deltas) {
        for (final BookDelta delta : deltas) {
            script.add(new Mark(RecordKind.DATA, Updates.bytes(delta)));
        }
    }

    private BookScript() {
        script.add(new Mark(RecordKind.DEFINITION, Updates.definition(1, BookRule.NEXT_ID, BookChecksum.NONE, 0)));
        add(new Updates().instrument(1).snapshot().ids(10, 10, -1).levels("100.5x2 100.0x7 | 101.0x4"));
        add(new Updates().instrument(1).ids(11, 11, -1).levels("100.5x0 | 102.0x1"));
        add(new Updates().instrument(1).ids(12, 12, -1).levels("| 101.0x3 101.5x9"));
        add(new Updates().instrument(1).ids(14, 14, -1).levels("| 101.0x0"));
        add(new Updates().instrument(1).snapshot().ids(15, 15, -1).levels("100.0x7 | 101.5x9"));
    }

    /** A snapshot and three updates, of which the last comes after a gap, and the snapshot after it. */
    public static Origin<BookDelta> withGap() {
        return new Origin<>(new BookScript(), STREAM, BookDelta.CODEC, Instruments.TYPE);
    }

    /** The updates; there are so many records, and a few more. */
    public static Origin<BookDelta> of(final int count) {
        return new Origin<>(new BookScript(count), STREAM, BookDelta.CODEC, Instruments.TYPE);
    }

    @Override
    public String name() {
        return "book script";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Player(context.input(STREAM), (int) Math.max(0, context.position()));
    }

    private final class Player implements TimedSource {
        private final int input;
        private int next;

        Player(final int input, final int next) {
            this.input = input;
            this.next = next;
        }

        @Override
        public long headTime() {
            return next * INTERVAL;
        }

        @Override
        public int poll(final Inlet inlet) {
            final Mark mark = script.get(next++);
            inlet.beginFrame(next);
            final int length = mark.payload().capacity();
            final int offset = inlet.claim(length);
            inlet.buffer().putBytes(offset, mark.payload(), 0, length);
            inlet.commit(input, mark.kind(), length);
            inlet.endFrame();
            return 1;
        }

        @Override
        public boolean ended() {
            return next == script.size();
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
