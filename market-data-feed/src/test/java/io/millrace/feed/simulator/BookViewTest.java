package io.millrace.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that applies what a view says is told all that it must know. */
class BookViewTest {
    private static final int REPORTS = 2_000;
    private static final int STEPS = 12;

    private final SplittableRandom random = new SplittableRandom(5);
    private final SyntheticBook book = new SyntheticBook(100_000, random.split());
    private final TrueBook truth = new TrueBook(book);
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();

    private void move() {
        for (int i = random.nextInt(STEPS); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                book.take(random.nextBoolean());
            } else {
                book.requote();
            }
        }
        if (random.nextInt(200) == 0) {
            book.shake();
        }
    }

    /** @param cuts whether the client itself forgets what is below its depth, and is not told that */
    private static void apply(
            final NavigableMap<Long, Long> side, final LevelChanges changes, final int depth, final boolean cuts) {
        for (int i = 0; i < changes.count(); i++) {
            if (changes.lots(i) > 0) {
                side.put(changes.tick(i), changes.lots(i));
            } else if (!cuts || !changes.isFallen(i)) {
                side.remove(changes.tick(i));
            }
        }
        while (cuts && side.size() > depth) {
            side.pollLastEntry();
        }
    }

    private static NavigableMap<Long, Long> levels(final BookImage image, final boolean bid) {
        final NavigableMap<Long, Long> levels = new TreeMap<>();
        for (int i = 0; i < image.count(bid); i++) {
            levels.put(image.tick(bid, i), image.lots(bid, i));
        }
        return levels;
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,false", "1,true", "10,false", "10,true", "50,false", "400,true"})
    void changesLeadFromEachReportToTheNext(final int depth, final boolean cuts) {
        final BookView view = truth.view(depth);
        long number = 0;
        long id = 0;
        for (int report = 0; report < REPORTS; report++) {
            move();
            if (truth.report(report) && view.hasChanges()) {
                assertThat(view.number()).isEqualTo(++number);
                assertThat(view.previousId()).isEqualTo(id);
                id = view.lastId();
                apply(bids, view.bids(), depth, cuts);
                apply(asks, view.asks(), depth, cuts);
            }
            assertThat(bids).isEqualTo(levels(view.image(), true));
            assertThat(asks).isEqualTo(levels(view.image(), false));
        }
        assertThat(number).isGreaterThan(depth == 1 ? 500 : 1_500);
    }

    /** As a client of REST does: the snapshot is of any moment, and what is told next may be known in part. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whatIsToldNextMakesASnapshotRight(final long seed) {
        final SplittableRandom moments = new SplittableRandom(seed);
        final BookView view = truth.view(0);
        for (int report = 0; report < REPORTS; report++) {
            move();
            final BookImage snapshot = truth.snapshot(report);
            if (moments.nextBoolean()) {
                move();
            }
            if (truth.report(report) && view.hasChanges()) {
                final NavigableMap<Long, Long> known = levels(snapshot, true);
                apply(known, view.bids(), 0, false);
                assertThat(known).isEqualTo(levels(view.image(), true));
                final NavigableMap<Long, Long> offered = levels(snapshot, false);
                apply(offered, view.asks(), 0, false);
                assertThat(offered).isEqualTo(levels(view.image(), false));
            }
        }
    }
}
