package io.millrace.connectors.testing;

import io.millrace.engine.spi.ConnectorException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What {@link io.millrace.engine.spi.ExactSink} promises, tried on a sink. Each method is one promise and throws an
 * {@link AssertionError} if it is broken; {@link #all} tries them all.
 *
 * <pre>{@code
 *   new ExactSinkContract<>(() -> new MyPlace(newDirectory()), MyItem::number)
 *           .tornBy(place -> append(place.file(), "half a ro"))
 *           .all();
 * }</pre>
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 *
 * @param <T> type of the items
 * @param <P> type of the places
 */
public final class ExactSinkContract<T, P extends Place<T>> {
    private static final int FEW = 7;
    private static final int MANY_LIVES = 10;
    private static final long OTHER_ITEMS = 1_000;

    private final Supplier<P> places;
    private final LongFunction<T> items;
    private final List<Tear<? super P>> tears = new ArrayList<>();
    private final List<?> expected;

    /**
     * Tries a sink.
     *
     * @param places gives a place where nothing is, each time it is asked
     * @param items  gives the item of a number; no two may read the same
     */
    public ExactSinkContract(final Supplier<P> places, final LongFunction<T> items) {
        this.places = places;
        this.items = items;
        final P place = places.get();
        final Life<T> life = Life.first(place);
        check(life.held(), 0, "held by a new sink");
        give(life, 0, FEW);
        life.close();
        this.expected = List.copyOf(place.read());
        check(expected.size(), FEW, "items read back of an uninterrupted run");
        check(new HashSet<>(expected).size(), FEW, "different items among them");
    }

    /** A way in which a crash may tear the last item. */
    public ExactSinkContract<T, P> tornBy(final Tear<? super P> tear) {
        tears.add(tear);
        return this;
    }

    /** Tries all. */
    public void all() {
        goesOnAfterAClose();
        goesOnAfterAKillAtAnyItem();
        goesOnAfterManyKills();
        goesOnBehindATornItem();
        letsOutOnlyWhatMayLeave();
        takesBackWhatTheJournalLost();
        keepsWhatWasSynced();
        refusesAnothersOutput();
    }

    /** Closed after any item, it holds exactly these, and goes on with the next. */
    public void goesOnAfterAClose() {
        for (int cut = 0; cut <= FEW; cut++) {
            final P place = places.get();
            final Life<T> life = Life.first(place);
            give(life, 0, cut);
            life.close();
            final Life<T> next = Life.next(place);
            check(next.held(), cut, "held after a close behind " + cut + " items");
            give(next, cut, FEW);
            next.close();
            check(place, FEW, "after a close behind " + cut + " items");
        }
    }

    /** Killed after any item, whatever was flushed of it, it holds what can be read and goes on behind that. */
    public void goesOnAfterAKillAtAnyItem() {
        for (int flushed = 0; flushed <= FEW; flushed++) {
            for (int cut = flushed; cut <= FEW; cut++) {
                final P place = places.get();
                final String where = "after a kill with " + flushed + " items flushed and " + cut + " given";
                final Life<T> life = Life.first(place);
                give(life, 0, flushed);
                life.sink().flush();
                give(life, flushed, cut);
                life.kill();
                final long held = reopened(place, where);
                checkBetween(held, flushed, cut, "held " + where);
                goOn(place, held, where);
            }
        }
    }

    /** Killed again and again, also with nothing done in between, it ends with each item once. */
    public void goesOnAfterManyKills() {
        for (int step = 0; step <= 2; step++) {
            final P place = places.get();
            Life<T> life = Life.first(place);
            for (int i = 0; i < MANY_LIVES; i++) {
                final long held = life.held();
                final long to = Math.min(FEW, held + step);
                give(life, held, to);
                life.sink().flush();
                give(life, to, FEW);
                life.kill();
                life = Life.next(place);
                checkBetween(life.held(), to, FEW, "held at start " + (i + 2));
            }
            give(life, life.held(), FEW);
            life.close();
            check(place, FEW, "after " + MANY_LIVES + " kills");
        }
    }

    /** What a crash left of an item is gone when the sink is open again. */
    public void goesOnBehindATornItem() {
        for (int number = 0; number < tears.size(); number++) {
            for (int cut = 1; cut < FEW; cut++) {
                final String where = "after tear " + number + " behind " + cut + " items";
                final P place = places.get();
                final Life<T> life = Life.first(place);
                give(life, 0, cut);
                life.sink().flush();
                life.kill();
                tear(place, number, where);
                long held = reopened(place, where);
                checkBetween(held, cut - 1, cut, "held " + where);
                tear(place, number, where);
                held = reopened(place, where + ", twice");
                goOn(place, held, where + ", twice");
            }
        }
    }

    private void tear(final P place, final int number, final String where) {
        try {
            tears.get(number).tear(place);
        } catch (final Exception e) {
            throw new AssertionError("the tear itself failed " + where, e);
        }
    }

    /** A flush, and a close, write no item that may not leave yet, and all that may. */
    public void letsOutOnlyWhatMayLeave() {
        for (int limit = 0; limit <= FEW; limit++) {
            for (final boolean killed : new boolean[] {true, false}) {
                final P place = places.get();
                final String where = "where " + limit + " items may leave";
                final Life<T> life = Life.first(place).limit(0);
                give(life, 0, FEW);
                for (int may = 0; may <= limit; may++) {
                    life.limit(may).sink().flush();
                }
                if (killed) {
                    life.kill();
                } else {
                    life.close();
                }
                check(place, limit, where);
                check(reopened(place, where), limit, "held " + where);
                goOn(place, limit, where);
            }
        }
    }

    /** Cut to any count, it holds that many, also if it is killed at once, and goes on with other items. */
    public void takesBackWhatTheJournalLost() {
        for (int count = 0; count <= FEW; count++) {
            final P place = places.get();
            final String where = "after a cut to " + count + " items";
            final Life<T> life = Life.first(place);
            give(life, 0, FEW - 2);
            life.sink().flush();
            life.sink().sync();
            give(life, FEW - 2, FEW);
            life.close();
            final Life<T> cut = Life.next(place);
            cut.sink().cutTo(count);
            cut.kill();
            check(reopened(place, where), count, "held " + where);
            final Life<T> again = Life.next(place);
            again.sink().cutTo(count / 2);
            give(again, OTHER_ITEMS, OTHER_ITEMS + 2);
            again.close();
            final List<?> read = place.read();
            check(read.size(), count / 2 + 2, "items read " + where + ", to half of that, and two others");
            checkSame(read.subList(0, count / 2), expected.subList(0, count / 2), where);
            if (expected.containsAll(read.subList(count / 2, read.size()))) {
                throw new AssertionError(where + ": items that were taken back are there: " + read);
            }
        }
    }

    /** A sync in between changes nothing. */
    public void keepsWhatWasSynced() {
        final P place = places.get();
        Life<T> life = Life.first(place);
        for (int i = 0; i < FEW; i++) {
            give(life, i, i + 1);
            life.sink().flush();
            life.sink().sync();
            if (i % 2 == 0) {
                life.kill();
                life = Life.next(place);
                check(life.held(), i + 1, "held after a sync behind item " + i);
            }
        }
        life.close();
        check(place, FEW, "after syncs");
    }

    /** Another journal, another step, and a new run are refused, and what is there stays as it is. */
    public void refusesAnothersOutput() {
        final P place = places.get();
        final Life<T> life = Life.first(place);
        give(life, 0, 2);
        life.close();
        final UUID other = new UUID(0, 2);
        refuses(new Life<>(place, other, Life.STEP, true), other.toString());
        refuses(new Life<>(place, Life.JOURNAL, "another step", true), "another step");
        refuses(new Life<>(place, other, Life.STEP, false), "");
        check(place, 2, "after others were refused");
        check(reopened(place, "after others were refused"), 2, "held after others were refused");
        goOn(place, 2, "after others were refused");
    }

    private void refuses(final Life<T> stranger, final String named) {
        try {
            stranger.begin();
        } catch (final ConnectorException e) {
            if (!String.valueOf(e.getMessage()).contains(named)) {
                throw new AssertionError("a refusal that does not name '" + named + "'", e);
            }
            return;
        }
        stranger.close();
        throw new AssertionError("the sink took what belongs to another journal or step: journal "
                + stranger.journalId() + ", step " + stranger.stepId() + ", continues " + stranger.continues());
    }

    private void give(final Life<T> life, final long from, final long to) {
        for (long i = from; i < to; i++) {
            life.sink().accept(items.apply(i));
        }
    }

    /** What a sink says that it holds when it is opened; checked against what can be read. */
    private long reopened(final P place, final String where) {
        final Life<T> life = Life.next(place);
        final long held = life.held();
        life.close();
        check(place, held, where + ", opened again");
        return held;
    }

    private void goOn(final P place, final long held, final String where) {
        final Life<T> life = Life.next(place);
        give(life, held, FEW);
        life.close();
        check(place, FEW, where + ", with the rest");
    }

    private void check(final P place, final long count, final String where) {
        final List<?> read = place.read();
        check(read.size(), count, "items read " + where);
        checkSame(read, expected.subList(0, (int) count), where);
    }

    private static void check(final long is, final long wanted, final String what) {
        if (is != wanted) {
            throw new AssertionError(what + ": " + is + " instead of " + wanted);
        }
    }

    private static void checkBetween(final long is, final long least, final long most, final String what) {
        if (is < least || is > most) {
            throw new AssertionError(what + ": " + is + " instead of " + least + " to " + most);
        }
    }

    private static void checkSame(final List<?> is, final List<?> wanted, final String where) {
        if (!is.equals(wanted)) {
            throw new AssertionError(where + ": " + is + " instead of " + wanted);
        }
    }
}
