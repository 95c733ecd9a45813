package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * One side of a book and a sorted map, to which the same happens: levels around a touch that wanders, most of them at a step of
 * the price and near, and now and then all that is rare.
 */
final class SideWalk {
    private record Level(long size, int digits) {}

    /** Prices are this many digits at most, whatever they are multiplied by. */
    private static final long MOST = 1L << 60;

    private final NavigableMap<Long, Level> model;
    private final boolean isBid;
    private final Random random;
    private SideLevels levels;
    private long touch;
    private long step;

    SideWalk(final boolean isBid, final long seed, final long touch, final long step) {
        this.isBid = isBid;
        this.touch = touch;
        this.step = step;
        random = new Random(seed);
        levels = new SideLevels(isBid);
        levels.keepDigits(true);
        final Comparator<Long> order = isBid ? Comparator.reverseOrder() : Comparator.naturalOrder();
        model = new TreeMap<>(order);
    }

    /** What came of it so far, for a failure's message. */
    @Override
    public String toString() {
        return model.size() + " levels at " + touch + ", step " + step;
    }

    /** Something happens. */
    void go() {
        final int what = random.nextInt(1_000);
        if (what < 900) {
            set(behind(distance() * step));
        } else if (what < 940) {
            wander(distance() >> 4);
        } else if (what < 943) {
            wander(distance());
        } else if (what < 970) {
            set(behind(distance() * step + random.nextInt((int) Math.min(step, 100))));
        } else if (what < 980) {
            set(behind(random.nextLong() >> 8 + random.nextInt(50)));
        } else if (what < 985) {
            truncate(random.nextInt(2_000));
        } else if (what < 990) {
            writeAndRead();
        } else if (what < 993) {
            copy(random.nextInt(3_000));
        } else if (what < 995) {
            multiply(10, 1 + random.nextInt(2));
        } else if (what == 999 && random.nextInt(4) == 0) {
            levels.clear();
            model.clear();
        }
    }

    /** In steps: the nearer, the more often. */
    private long distance() {
        return random.nextInt(1 << random.nextInt(13));
    }

    private long behind(final long distance) {
        return isBid ? touch - distance : touch + distance;
    }

    private void set(final long price) {
        final long size = Math.max(0, random.nextInt(6) - 1);
        final int digits = random.nextInt(1 << 15);
        levels.set(price, size, digits);
        if (size == 0) {
            model.remove(price);
        } else {
            model.put(price, new Level(size, digits));
        }
        require(levels.sizeAt(price) == size, "size at", price);
        require(levels.sizeAt(price + 1) == sizeOf(model.get(price + 1)), "size beside", price);
    }

    private static long sizeOf(final Level level) {
        return level == null ? 0 : level.size();
    }

    /** The touch goes to and fro; what is better than it is taken. */
    private void wander(final long steps) {
        touch += (random.nextBoolean() ? steps : -steps) * step;
        while (!model.isEmpty() && (isBid ? model.firstKey() > touch : model.firstKey() < touch)) {
            levels.set(model.pollFirstEntry().getKey(), 0, 0);
        }
    }

    private void truncate(final int depth) {
        levels.truncate(depth);
        while (model.size() > depth) {
            model.pollLastEntry();
        }
    }

    private void writeAndRead() {
        final StateWriter out = new StateWriter();
        levels.write(out);
        levels = new SideLevels(isBid);
        levels.read(new StateReader(out.buffer(), 0, out.length()));
    }

    /** The rest is as it was: a copy has no digits. */
    private void copy(final int most) {
        final SideLevels copy = new SideLevels(isBid);
        copy.copy(levels, most);
        require(copy.count() == Math.min(most, levels.count()), "levels of a copy", copy.count());
        for (int i = 0; i < copy.count(); i++) {
            require(copy.price(i) == levels.price(i) && copy.size(i) == levels.size(i), "level of a copy", i);
        }
    }

    private void multiply(final long priceFactor, final long sizeFactor) {
        final boolean isFar = model.keySet().stream().anyMatch(price -> Math.abs(price) > MOST / 10);
        if (!isFar && Math.abs(touch) < MOST / 1_000 && step < MOST >> 30) {
            require(levels.canMultiply(priceFactor, sizeFactor), "can't multiply", touch);
            levels.multiply(priceFactor, sizeFactor);
            final Map<Long, Level> before = new TreeMap<>(model);
            model.clear();
            before.forEach((price, level) ->
                    model.put(price * priceFactor, new Level(level.size() * sizeFactor, level.digits())));
            touch *= priceFactor;
            step = random.nextBoolean() ? step : step * priceFactor;
        }
    }

    void requireSame() {
        require(levels.count() == model.size(), "number of levels", levels.count());
        int index = 0;
        for (final Map.Entry<Long, Level> level : model.entrySet()) {
            require(levels.price(index) == level.getKey(), "price of level", index);
            require(levels.size(index) == level.getValue().size(), "size of level", index);
            require(levels.digits(index) == level.getValue().digits(), "digits of level", index);
            index++;
        }
        if (index > 0) {
            final int one = random.nextInt(index);
            final long price = levels.price(one);
            require(levels.sizeAt(price) == levels.size(one), "size at the price of level", one);
        }
    }

    private void require(final boolean isTrue, final String what, final long which) {
        if (!isTrue) {
            throw new AssertionError(what + " " + which + " is wrong: " + this);
        }
    }
}
