package io.millrace.operators.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.operators.support.Probe;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in whatever order: a naive model does the same, and a restored step goes on as if nothing had happened. */
class EnrichStateTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Property(tries = 300)
    void doesWhatANaiveModelDoes(
            @ForAll final long seed,
            @ForAll @IntRange(min = 0, max = 40) final int ttl,
            @ForAll @IntRange(min = 1, max = 6) final int capacity,
            @ForAll @IntRange(min = 1, max = 5) final int maxInFlight,
            @ForAll final boolean restores) {
        final Lookup<Probe> lookup = EnrichRig.service()
                .ttl(Duration.ofNanos(ttl))
                .capacity(capacity)
                .maxInFlight(maxInFlight)
                .maxWaiting(1_000);
        final EnrichModel model = new EnrichModel(ttl, capacity, maxInFlight);
        final List<String> out = new ArrayList<>();
        final List<String> sent = new ArrayList<>();
        EnrichRig rig = EnrichRig.of(lookup);
        final Random random = new Random(seed);
        long time = 0;
        for (int step = 0; step < 300; step++) {
            time += random.nextInt(8);
            if (random.nextInt(5) < 3) {
                final long number = random.nextInt(12);
                model.item(time, step, number);
                rig.item(time, step, number);
            } else {
                final long id = model.anyId(random);
                model.answer(time, id, step);
                rig.answer(time, id, step);
            }
            if (restores) {
                out.addAll(rig.out());
                sent.addAll(rig.sent());
                final EnrichRig restored = rig.restored();
                assertThat(restored.state()).isEqualTo(rig.state());
                rig = restored;
            }
        }
        out.addAll(rig.out());
        sent.addAll(rig.sent());
        assertThat(out).isEqualTo(model.out());
        assertThat(sent).isEqualTo(model.sent());
    }

    @Test
    void asksAgainForWhatIsOnItsWayWhenItGoesLive() {
        final EnrichRig rig = EnrichRig.of(EnrichRig.service().maxInFlight(2));
        for (int i = 0; i < 4; i++) {
            rig.item(i, i, i);
        }
        rig.answer(5, 0, 0);
        final EnrichRig restored = rig.restored();
        assertThat(restored.sent()).as("nothing before that").isEmpty();
        restored.goLive();
        assertThat(restored.sent()).containsExactly("1?1", "2?2");
        restored.answer(6, 2, 20).answer(7, 1, 10).answer(8, 3, 30);
        assertThat(restored.sent()).containsExactly("1?1", "2?2", "3?3");
        assertThat(restored.out()).containsExactly("k2: 2/2/20", "k1: 1/1/10", "k0: 3/3/30");
    }

    @Test
    void isAsNewAfterAReset() {
        final EnrichRig fresh = EnrichRig.of(EnrichRig.service());
        final EnrichRig used = EnrichRig.of(EnrichRig.service());
        used.item(1, 1, 7).item(2, 2, 8).item(2, 3, 8).answer(3, 0, 70).reset();
        assertThat(used.state()).isEqualTo(fresh.state());
        used.out().clear();
        used.sent().clear();
        used.item(10, 1, 8).answer(11, 0, 80);
        assertThat(used.sent()).containsExactly("0?8");
        assertThat(used.out()).containsExactly("k1: 1/8/80");
    }

    @Test
    void isSpecialisedAndDoesTheSame() {
        final Lookup<Probe> lookup =
                EnrichRig.service().ttl(Duration.ofNanos(20)).capacity(3).maxInFlight(2);
        final EnrichRig plain = new EnrichRig(lookup, false, false);
        final EnrichRig specialized = new EnrichRig(lookup, true, false);
        for (final EnrichRig rig : List.of(plain, specialized)) {
            for (int i = 0; i < 100; i++) {
                rig.item(i, i, i % 7).answer(i, i / 2, i);
            }
        }
        assertThat(specialized.out()).isEqualTo(plain.out()).isNotEmpty();
        assertThat(specialized.sent()).isEqualTo(plain.sent());
        assertThat(specialized.obstacles()).isEqualTo("{}");
    }

    /** Hits, misses, shared requests and evictions; a round ends with nothing waiting. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothingOnceItHasSeenAsMuch(final boolean text) {
        final QuietRig rig = new QuietRig(text);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            rig.round();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(rig.given()).isEqualTo(60 * QuietRig.ITEMS);
        assertThat(rig.requests()).isBetween(1_000L, 60L * QuietRig.ITEMS / 2);
        assertThat(least).isZero();
    }
}
