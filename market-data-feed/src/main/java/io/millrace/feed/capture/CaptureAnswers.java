package io.millrace.feed.capture;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.Inlet;
import io.millrace.operators.market.BookAnswerWriter;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.sbe.AnswerOutcome;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Answers books that ask for a snapshot: a capture has nobody to ask, and its own snapshots come in their places.
 *
 * <p>Thread: the ingress thread. Allocation: only for more waiting requests than ever before. Deterministic: no; answers
 * are journaled, and change no book.
 */
final class CaptureAnswers {
    private static final int FIELDS = 3;
    private static final int FEW = 64;

    private final BookRequest request = BookRequest.CODEC.create();
    private final BookAnswerWriter writer = new BookAnswerWriter();
    private long[] waiting = new long[FIELDS * FEW];
    private int filled;

    void add(final int input, final long requestId, final DirectBuffer buffer, final int offset, final int length) {
        if (filled == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * filled);
        }
        waiting[filled] = input;
        waiting[filled + 1] = requestId;
        waiting[filled + 2] =
                BookRequest.CODEC.decode(buffer, offset, length, request).instrumentId();
        filled += FIELDS;
    }

    /** Writes the answers that are due; gives how many. */
    int writeTo(final Inlet inlet) {
        for (int i = 0; i < filled; i += FIELDS) {
            final int length = Long.BYTES + writer.length();
            final long address = inlet.claimAddress(length);
            OffHeap.int64(address, waiting[i + 1]);
            writer.at(address + Long.BYTES).instrumentId((int) waiting[i + 2]).outcome(AnswerOutcome.UNAVAILABLE);
            inlet.commit((int) waiting[i], RecordKind.ANSWER, length);
        }
        final int written = filled / FIELDS;
        filled = 0;
        return written;
    }
}
