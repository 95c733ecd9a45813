package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;

/**
 * Tells of which instrument a snapshot of a book is. The venue says so only for COIN-M; so what asks for a snapshot writes
 * it into the name of a stream, as some recorders do, and of a bare one in a capture it is known only if there is but one
 * instrument.
 *
 * <pre>
 *   {"stream":"btcusdt@depthSnapshot","data":{"lastUpdateId":...
 *              └─────┘ in small letters
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class BinanceSymbols {
    /** What {@link #ofSnapshot} gives if the stream is another one. */
    static final int OTHER_STREAM = -2;

    private static final long DEPTH_SNAPSHOT = Words.of("@depthSn");
    private static final int DEPTH_SNAPSHOT_LENGTH = "@depthSnapshot".length();
    private static final int DEPTH_LENGTH = "@depth".length();

    private final byte[] symbol = new byte[SymbolTable.LONGEST + FrameDecoder.SLACK];
    private final BinanceFields fields;
    private final KnownInstruments instruments;

    BinanceSymbols(final BinanceFields fields, final KnownInstruments instruments) {
        this.fields = fields;
        this.instruments = instruments;
    }

    /** Place of a snapshot's instrument, {@link KnownInstruments#ABSENT} if it can't be told, or {@link #OTHER_STREAM}. */
    int ofSnapshot(final byte[] bytes) {
        if (fields.streamLength() > 0) {
            final int length = fields.streamLength() - DEPTH_SNAPSHOT_LENGTH;
            return length > 0 && length <= SymbolTable.LONGEST && isSnapshot(bytes, fields.streamAt() + length)
                    ? place(upperCase(bytes, fields.streamAt(), length), 0, length)
                    : OTHER_STREAM;
        }
        final int length = fields.symbolLength();
        if (length > 0 && length <= SymbolTable.LONGEST) {
            return place(bytes, fields.symbolAt(), length);
        }
        return instruments.size() == 1 ? 0 : KnownInstruments.ABSENT;
    }

    private static boolean isSnapshot(final byte[] bytes, final int at) {
        return Words.at(bytes, at) == DEPTH_SNAPSHOT;
    }

    private byte[] upperCase(final byte[] bytes, final int at, final int length) {
        for (int i = 0; i < length; i++) {
            final byte character = bytes[at + i];
            symbol[i] = character >= 'a' && character <= 'z' ? (byte) (character - 'a' + 'A') : character;
        }
        return symbol;
    }

    private int place(final byte[] bytes, final int at, final int length) {
        final int known = instruments.find(bytes, at, length);
        return known == KnownInstruments.ABSENT ? instruments.add(bytes, at, length) : known;
    }

    /** Whether an update comes by a stream of a book's first few levels, such as {@code btcusdt@depth20}: it is no update. */
    boolean isPartial(final byte[] bytes) {
        final int behind = fields.symbolLength() + DEPTH_LENGTH;
        if (fields.streamLength() <= behind) {
            return false;
        }
        final byte next = bytes[fields.streamAt() + behind];
        return next >= '0' && next <= '9';
    }
}
