package io.millrace.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final StageClock clock = new StageClock();
    private final TextKeys text = new TextKeys();
    private final Timers timers = new Timers(clock, place -> place == 9 ? text : LongKeys.INSTANCE);

    private record Set(long deadline, int place, long key, int count, int handle) {}

    private List<String> fireAll() {
        final List<String> fired = new ArrayList<>();
        while (timers.nextDeadline() != Timers.NEVER) {
            final int timer = timers.next();
            fired.add(timers.deadline(timer) + "/" + timers.place(timer) + "/" + timers.key(timer) + "/"
                    + timers.tag(timer));
            timers.removeNext();
        }
        return fired;
    }

    @Test
    void firesByDeadlineThenPlaceThenKeyThenCount() {
        timers.set(2, 5, 100, 1);
        timers.set(1, 7, 100, 2);
        timers.set(1, -7, 100, 3);
        timers.set(1, 7, 100, 4);
        timers.set(3, 0, 99, 5);
        assertThat(fireAll()).containsExactly("99/3/0/5", "100/1/-7/3", "100/1/7/2", "100/1/7/4", "100/2/5/1");
    }

    @Test
    void ordersTextKeysByTheirBytesAndNotByTheirNumbers() {
        final long zebra = text.of("zebra");
        final long ape = text.of("ape");
        timers.set(9, zebra, 10, 1);
        timers.set(9, ape, 10, 2);
        assertThat(fireAll()).containsExactly("10/9/" + ape + "/2", "10/9/" + zebra + "/1");
    }

    @Test
    void takesTheNextNanosecondForADeadlineThatHasPassed() {
        clock.set(50);
        timers.set(0, 1, 50, 0);
        timers.set(0, 2, Long.MIN_VALUE, 0);
        assertThat(fireAll()).containsExactly("51/0/1/0", "51/0/2/0");
    }

    @Test
    void movesAndCancels() {
        final int first = timers.set(0, 1, 10, 1);
        final int second = timers.set(0, 2, 20, 2);
        timers.set(0, 3, 30, 3);
        timers.move(first, 25);
        timers.cancel(second);
        assertThat(fireAll()).containsExactly("25/0/1/1", "30/0/3/3");
    }

    @Test
    void agreesWithASortedListThroughAnyMixOfCalls() {
        final Random random = new Random(3);
        final List<Set> model = new ArrayList<>();
        final Comparator<Set> order = Comparator.comparingLong(Set::deadline)
                .thenComparingInt(Set::place)
                .thenComparingLong(Set::key)
                .thenComparingInt(Set::count);
        for (int i = 0; i < 20_000; i++) {
            final int what = random.nextInt(10);
            if (what < 5 || model.isEmpty()) {
                final Set set = new Set(random.nextInt(500), random.nextInt(4), random.nextInt(6) - 3L, i, 0);
                final int handle = timers.set(set.place, set.key, set.deadline, i);
                model.add(new Set(set.deadline, set.place, set.key, i, handle));
            } else if (what < 7) {
                final Set old = model.remove(random.nextInt(model.size()));
                final long deadline = random.nextInt(500);
                timers.move(old.handle, deadline);
                model.add(new Set(deadline, old.place, old.key, i, old.handle));
            } else if (what < 8) {
                timers.cancel(model.remove(random.nextInt(model.size())).handle);
            } else {
                model.sort(order);
                assertThat(timers.next()).isEqualTo(model.remove(0).handle);
                timers.removeNext();
            }
            assertThat(timers.size()).isEqualTo(model.size());
        }
    }

    @Test
    void putsOffTheTimersOfOneStep() {
        clock.set(5);
        timers.set(0, 1, 10, 1);
        timers.set(1, 1, 20, 2);
        timers.set(0, 2, 12, 3);
        timers.set(0, 3, Timers.NEVER - 1, 4);
        timers.putOff(0, 100);
        assertThat(timers.nextDeadline()).isEqualTo(20);
        assertThat(fireAll()).containsExactly("20/1/1/2", "110/0/1/1", "112/0/2/3");
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void isLikeNewAfterAReset() {
        timers.set(0, 1, 10, 1);
        timers.reset();
        assertThat(timers.nextDeadline()).isEqualTo(Timers.NEVER);
        timers.set(0, 1, 10, 1);
        assertThat(fireAll()).containsExactly("10/0/1/1");
    }
}
