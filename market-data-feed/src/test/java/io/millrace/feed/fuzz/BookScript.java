package io.millrace.feed.fuzz;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.Venue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Plays the book of one venue, from its snapshot on, and damages one frame of it. A snapshot that is asked for comes with the next
 * frame, or with the one behind it if the last one was a snapshot: who asks again at once has to wait, and the stream goes on.
 */
final class BookScript {
    private static final int FRAMES = 14;
    private static final int GOOD_AT_THE_END = 8;
    private static final int KRAKEN_DEPTH = 10;
    private static final long RECEIVED = 1_700_000_000_000_000_000L;
    private static final FeedInputs BOOK_ONLY = new FeedInputs(
            SourceContext.UNUSED,
            SourceContext.UNUSED,
            0,
            SourceContext.UNUSED,
            SourceContext.UNUSED,
            SourceContext.UNUSED);

    private final Venue venue;
    private final Spelling spelling;
    private final BookWatch watch = new BookWatch();
    private final boolean isAsked;
    private FrameDecoder decoder;
    private TrueBook truth;
    private long message;
    private boolean wasSnapshot;
    private boolean isWanted;
    private boolean isMissing;
    private String last;

    BookScript(final Venue venue, final Spelling spelling) {
        this.venue = venue;
        this.spelling = spelling;
        final BookRule rule = venue.book(0).rule();
        this.isAsked = rule == BookRule.ASKED_NEXT_ID || rule == BookRule.ASKED_PREVIOUS_ID;
    }

    void play(final Damage damage) {
        begin(damage.seed());
        run(damage);
        end();
    }

    private void run(final Damage damage) {
        final int damaged = damage.frame(FRAMES - GOOD_AT_THE_END);
        byte[] held = null;
        boolean isExcused = false;
        boolean isTold = true;
        for (int i = 0; i < FRAMES; i++) {
            final byte[] frame = next();
            if (i != damaged) {
                give(frame);
                goOnAsking();
                if (held != null) {
                    give(held);
                    held = null;
                    continue;
                }
                // An answer is not of the stream: it says nothing of what the stream said before it.
                isTold |= !isAsked || !wasSnapshot;
                judge("after frame " + i, isExcused || !isTold);
                continue;
            }
            isTold = false;
            switch (damage.kind()) {
                case DROPPED -> {
                    isExcused = tellsNothing(frame);
                    watch.begin();
                }
                case SWAPPED -> {
                    held = frame;
                    isExcused = tellsNothing(frame);
                }
                case TWICE -> {
                    give(frame);
                    give(frame);
                }
                default -> isExcused = giveChanged(frame, damage.change(frame));
            }
            if (isExcused) {
                return;
            }
            goOnAsking();
        }
        if (!watch.isValid()) {
            throw new AssertionError(venue.name() + ": the book did not recover; last damaged: " + last);
        }
    }

    /** Who asks for a snapshot goes on until one comes, and is not refused as one that comes late. */
    private void goOnAsking() {
        isMissing = wasSnapshot && (watch.ids() == null || !watch.ids().isSnapshot());
    }

    private void begin(final int seed) {
        connect();
        truth = new TrueBook(seed);
        message = 0;
        isMissing = false;
        isWanted = false;
        wasSnapshot = false;
        last = "none";
        if (!isAsked) {
            give(bytes(spelling.snapshot(truth, message++)));
        }
    }

    private void connect() {
        final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(depth()));
        instruments.expect(spelling.symbol());
        decoder = venue.decoder(new FrameEvents(BOOK_ONLY, instruments, FrameGate.OPEN), instruments);
        decoder.begin();
    }

    /** Leaves the book as it is before anything has come: without levels, scales, and requests that nobody has answered. */
    private void end() {
        disconnect();
        connect();
        give(bytes(spelling.snapshot(truth, 0)));
        disconnect();
        if (watch.isValid()) {
            throw new AssertionError(venue.name() + ": the book is valid though the connection is lost");
        }
    }

    private void disconnect() {
        watch.begin();
        decoder.bookFault(BookFault.DISCONNECTED, RECEIVED, watch);
        watch.run();
        watch.takeRequest();
    }

    private int depth() {
        return spelling == Spelling.KRAKEN ? KRAKEN_DEPTH : 0;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The next frame: a snapshot if one has been asked for, else an update. */
    private byte[] next() {
        isWanted |= watch.takeRequest() || isMissing;
        isMissing = false;
        wasSnapshot = isWanted && !wasSnapshot;
        if (wasSnapshot) {
            isWanted = false;
            return bytes(spelling.snapshot(truth, message++));
        }
        final List<TrueBook.Change> changes = truth.update(spelling.step());
        return bytes(spelling.update(truth, changes, message++));
    }

    private FrameResult give(final byte[] frame) {
        watch.begin();
        final FrameResult result = decoder.decode(
                Arrays.copyOf(frame, frame.length + FrameDecoder.SLACK), 0, frame.length, RECEIVED, watch);
        watch.run();
        return result;
    }

    /** Gives the frame as it has become; whether nothing can tell that. */
    private boolean giveChanged(final byte[] sent, final byte[] received) {
        final BookWatch.Ids sentIds = idsOf(sent);
        final boolean wasValid = watch.isValid();
        final FrameResult result = give(received);
        last = new String(received, StandardCharsets.ISO_8859_1);
        final boolean isOfBooks = result == FrameResult.MALFORMED && decoder.kind() != FrameKind.INSTRUMENTS;
        if (watch.ids() == null && !isOfBooks && isLostUnnoticed(sentIds)) {
            return true;
        }
        if (spelling == Spelling.KRAKEN && digits(sent).equals(digits(received))) {
            // Its checksum is of digits without points, one number behind the other.
            return true;
        }
        return sentIds == null || BooksTarget.isBeyondTelling(venue, sentIds, watch.ids(), wasValid);
    }

    private static String digits(final byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1).replaceAll("[^0-9]", "");
    }

    /** Whether it is not missed when it has become a message of something else, with its number, if messages have any. */
    private boolean isLostUnnoticed(final BookWatch.Ids sent) {
        return spelling == Spelling.COINBASE_ADVANCED || sent != null && !sent.isChecked() && sent.last() < 0;
    }

    private boolean tellsNothing(final byte[] frame) {
        final BookWatch.Ids ids = idsOf(frame);
        last = new String(frame, StandardCharsets.ISO_8859_1);
        return ids == null || !ids.isChecked() && ids.last() < 0;
    }

    /** What the frame says when it is read by itself, without any consequence. */
    private BookWatch.Ids idsOf(final byte[] frame) {
        final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(depth()));
        instruments.expect(spelling.symbol());
        watch.begin();
        venue.decoder(new FrameEvents(BOOK_ONLY, instruments, FrameGate.OPEN), instruments)
                .decode(Arrays.copyOf(frame, frame.length + FrameDecoder.SLACK), 0, frame.length, RECEIVED, watch);
        final BookWatch.Ids ids = watch.ids();
        watch.begin();
        return ids;
    }

    private void judge(final String when, final boolean isExcused) {
        if (!isExcused && watch.isValid() && !truth.matches(watch.book())) {
            throw new AssertionError(venue.name() + " " + when + ": valid, but not the true book, which is " + truth
                    + ", but " + watch.book() + "; damaged: " + last);
        }
    }
}
