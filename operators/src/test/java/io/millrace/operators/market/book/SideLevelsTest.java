package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One side of a book, compared with a sorted map. */
class SideLevelsTest {
    private static final int DEEP = 50_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A new size at a price; now and then only the best levels are left. */
    record Change(long price, long size, int depth) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        final Arbitrary<Long> sizes = Arbitraries.longs().between(-1, 9).map(size -> Math.max(0, size));
        final Arbitrary<Integer> depths = Arbitraries.integers().between(0, 4_000);
        return Combinators.combine(Arbitraries.longs().between(-400, 400), sizes, depths)
                .as(Change::new)
                .list()
                .ofMaxSize(1_500);
    }

    private static NavigableMap<Long, Long> model(final boolean isBid) {
        final Comparator<Long> order = isBid ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return new TreeMap<>(order);
    }

    private static void requireSame(final SideLevels levels, final Map<Long, Long> model) {
        assertThat(levels.count()).isEqualTo(model.size());
        int index = 0;
        for (final Map.Entry<Long, Long> level : model.entrySet()) {
            if (levels.price(index) != level.getKey() || levels.size(index) != level.getValue()) {
                throw new AssertionError("level " + index + " is " + levels.size(index) + " @ " + levels.price(index)
                        + " instead of " + level.getValue() + " @ " + level.getKey());
            }
            index++;
        }
    }

    private static void set(final Map<Long, Long> model, final long price, final long size) {
        if (size == 0) {
            model.remove(price);
        } else {
            model.put(price, size);
        }
    }

    @Property(tries = 300)
    void areThoseOfASortedMap(@ForAll("changes") final List<Change> changes, @ForAll final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        final NavigableMap<Long, Long> model = model(isBid);
        for (final Change change : changes) {
            levels.set(change.price(), change.size(), 0);
            set(model, change.price(), change.size());
            if (change.depth() > 0 && change.depth() < 300) {
                levels.truncate(change.depth());
                while (model.size() > change.depth()) {
                    model.pollLastEntry();
                }
            }
            assertThat(levels.sizeAt(change.price())).isEqualTo(model.getOrDefault(change.price(), 0L));
            if (change.price() % 16 == 0) {
                requireSame(levels, model);
            }
        }
        requireSame(levels, model);
    }

    @Property(tries = 150)
    void areThoseOfASortedMapWhereverTheTouchWanders(
            @ForAll final boolean isBid,
            @ForAll final long seed,
            @ForAll("touches") final long touch,
            @ForAll("steps") final long step) {
        final SideWalk walk = new SideWalk(isBid, seed, touch, step);
        for (int i = 0; i < 6_000; i++) {
            walk.go();
            if (i % 64 == 0) {
                walk.requireSame();
            }
        }
        walk.requireSame();
    }

    @Provide
    Arbitrary<Long> touches() {
        return Arbitraries.of(0L, 6_180_020L, -6_180_020L, 1L << 45, -(1L << 58), (1L << 62) - 30_000, -(1L << 62));
    }

    @Provide
    Arbitrary<Long> steps() {
        return Arbitraries.of(1L, 2L, 5L, 10L, 64L, 7_000L, 1_000_000L, 3L << 30);
    }

    @Property(tries = 100)
    void mayBeAnyPrices(@ForAll final List<Long> prices, @ForAll final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        final NavigableMap<Long, Long> model = model(isBid);
        for (int round = 0; round < 5; round++) {
            for (final long price : prices) {
                if (price != Long.MIN_VALUE) {
                    final long size = (price ^ round) & 3;
                    levels.set(price, size, 0);
                    set(model, price, size);
                }
            }
            requireSame(levels, model);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allocateNothingWhereverTheTouchIs(final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        levels.keepDigits(true);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5 && least > 0; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            wander(levels, isBid);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    /** The same each time: 1,000 levels follow a touch up and down again, by steps that become smaller. */
    private static void wander(final SideLevels levels, final boolean isBid) {
        levels.clear();
        for (int i = 0; i < 40_000; i++) {
            final long touch = 8L * Math.min(i, 40_000 - i);
            final long price = touch - 8L * (i * 7 % 1_000) + (i > 20_000 ? 4 : 0);
            levels.set(isBid ? price : -price, i, 3);
            levels.truncate(1_000);
        }
    }

    @Property(tries = 100)
    void areReadAsTheyWereWritten(@ForAll("changes") final List<Change> changes, @ForAll final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        levels.keepDigits(true);
        for (final Change change : changes) {
            levels.set(change.price(), change.size(), (int) (change.price() & 0xFF) << 8 | 3);
        }
        final StateWriter out = new StateWriter();
        levels.write(out);
        final SideLevels read = new SideLevels(isBid);
        read.read(new StateReader(out.buffer(), 0, out.length()));
        assertThat(read.count()).isEqualTo(levels.count());
        for (int i = 0; i < levels.count(); i++) {
            assertThat(read.price(i)).isEqualTo(levels.price(i));
            assertThat(read.size(i)).isEqualTo(levels.size(i));
            assertThat(read.digits(i)).isEqualTo(levels.digits(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 95, 96, 97, 192, 1_000})
    void areFilledInFromTheBestOneOn(final int count) {
        final SideLevels levels = new SideLevels(false);
        final NavigableMap<Long, Long> model = model(false);
        for (int i = 0; i < 100; i++) {
            levels.set(i, 5, 0);
        }
        levels.begin(count);
        for (int i = 0; i < count; i++) {
            levels.fill(i, 2L * i, i + 1);
            model.put(2L * i, i + 1L);
        }
        requireSame(levels, model);
        for (long price = -1; price < 2L * count; price += 3) {
            levels.set(price, 7, 0);
            model.put(price, 7L);
        }
        requireSame(levels, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mayBeReadInAnyOrder(final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        for (int i = 0; i < 1_000; i++) {
            levels.set(isBid ? -i : i, i + 1, 0);
        }
        for (final int index : new int[] {999, 0, 500, 501, 130, 998, 127, 128, 3}) {
            assertThat(levels.size(index)).isEqualTo(index + 1);
        }
        levels.set(isBid ? -10 : 10, 0, 0);
        assertThat(levels.size(500)).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mayBeDeepWhereverChangesAre(final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        final NavigableMap<Long, Long> model = model(isBid);
        for (int i = 0; i < DEEP; i++) {
            levels.set(-i, i + 1, 0);
            model.put((long) -i, i + 1L);
        }
        requireSame(levels, model);
        final Random random = new Random(1);
        for (int i = 0; i < DEEP; i++) {
            final long price = -random.nextInt(2 * DEEP);
            final long size = random.nextInt(3);
            levels.set(price, size, 0);
            set(model, price, size);
        }
        requireSame(levels, model);
        for (long price = -2L * DEEP; price <= 0; price += 1 + random.nextInt(2)) {
            levels.set(price, 0, 0);
            model.remove(price);
        }
        requireSame(levels, model);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTouchThatWandersNeedsNoMoreRoom(final boolean isBid) {
        final SideLevels levels = new SideLevels(isBid);
        final int depth = 25;
        for (int i = 0; i < 10_000; i++) {
            levels.set(isBid ? i : -i, 1, 0);
            levels.truncate(depth);
        }
        assertThat(levels.count()).isEqualTo(depth);
        assertThat(levels.price(0)).isEqualTo(isBid ? 9_999 : -9_999);
        assertThat(levels.price(depth - 1)).isEqualTo(isBid ? 9_975 : -9_975);
    }

    @Test
    void copiesAreTheBestLevels() {
        final OrderBook.Writer book = new OrderBook.Writer();
        for (int i = 1; i <= 100; i++) {
            book.set(true, -i, i, 0);
            book.set(false, i, i, 0);
        }
        final OrderBook.Writer top = new OrderBook.Writer();
        top.copyTop(book, 2);
        assertThat(BookRig.text(top)).isEqualTo("book 0: -1x1 -2x2 | 1x1 2x2");
        top.copy(book);
        assertThat(BookRig.text(top)).isEqualTo(BookRig.text(book));
    }
}
