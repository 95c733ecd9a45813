package io.millrace.feed.fuzz;

import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.operators.market.sbe.BookRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A book of which one frame is damaged on its way, lost, doubled, or swapped with the next one. The book may be marked as
 * not valid. But with the next frame of the stream at the latest a book that is valid is the true one, unless nothing
 * that the venue sends could have told; and a little later it is valid again.
 *
 * <p>What nothing could tell: levels changed in a frame that has no checksum, and whose ids are as they were; at a venue
 * without ids and checksums, whatever still is a message; where all messages of a connection are numbered, one that has
 * become another's. {@link #isBeyondTelling} and {@link BookScript} say so.
 */
public final class BooksTarget {
    private static final List<Spelling> SPELLINGS = Arrays.stream(Spelling.values())
            .filter(spelling ->
                    Venues.all().stream().anyMatch(venue -> venue.name().equals(spelling.venue())))
            .toList();
    private static final BookScript[] SCRIPTS = new BookScript[SPELLINGS.size()];

    private BooksTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (!Damage.isComplete(data)) {
            return;
        }
        final Damage damage = new Damage(data);
        final int number = damage.venue() % SPELLINGS.size();
        if (SCRIPTS[number] == null) {
            final Spelling spelling = SPELLINGS.get(number);
            SCRIPTS[number] = new BookScript(Venues.find(spelling.venue()), spelling);
        }
        SCRIPTS[number].play(damage);
    }

    /**
     * Whether nothing of what the venue sends tells a frame from the one that it was.
     *
     * @param wasValid whether the book was valid before it: otherwise it may be the first one behind a snapshot that was asked
     *     for, which may overlap with it by any number of updates, so that the last id before it says little
     */
    static boolean isBeyondTelling(
            final Venue venue, final BookWatch.Ids sent, final BookWatch.Ids received, final boolean wasValid) {
        if (received == null || received.isFault() || sent.isChecked() && received.isChecked()) {
            return false;
        }
        if (sent.isSnapshot() || sent.isChecked()) {
            // The numbers of a snapshot begin a new count; a frame whose checksum is gone is one without.
            return true;
        }
        final BookRule rule = venue.book(0).rule();
        return switch (rule) {
            case UNNUMBERED, NEXT_ID -> received.last() == sent.last();
            // The venue lets updates overlap: one that says that it ends later, but not behind the next one, is none
            // the worse.
            case ASKED_NEXT_ID ->
                received.last() >= sent.last() && received.last() - sent.last() <= sent.last() - sent.first();
            case PREVIOUS_ID -> received.last() == sent.last() && received.previous() == sent.previous();
            case ASKED_PREVIOUS_ID ->
                received.last() == sent.last() && (!wasValid || received.previous() == sent.previous());
            default -> false;
        };
    }

    static List<byte[]> seeds() {
        final List<byte[]> seeds = new ArrayList<>();
        for (int venue = 0; venue < SPELLINGS.size(); venue++) {
            for (int kind = 12; kind < 16; kind++) {
                for (int frame = 0; frame < 4; frame++) {
                    seeds.add(new byte[] {
                        (byte) venue, (byte) frame, (byte) kind, (byte) frame, 6, 0, (byte) (90 + 7 * frame), 3
                    });
                }
            }
        }
        return seeds;
    }
}
