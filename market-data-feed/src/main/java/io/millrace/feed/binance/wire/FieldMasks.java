package io.millrace.feed.binance.wire;

/**
 * Which fields a message has, and as what: a bit of a mask for each; and the first eight bytes of those that are texts. The
 * same for all messages of a {@link MessageShape}.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class FieldMasks {
    long wholes;
    long amounts;
    long truths;
    long levels;
    long event;
    int eventLength;
    long tradeType;
    long side;

    void clear() {
        wholes = 0;
        amounts = 0;
        truths = 0;
        levels = 0;
        event = 0;
        eventLength = 0;
        tradeType = 0;
        side = 0;
    }

    void copy(final FieldMasks other) {
        wholes = other.wholes;
        amounts = other.amounts;
        truths = other.truths;
        levels = other.levels;
        event = other.event;
        eventLength = other.eventLength;
        tradeType = other.tradeType;
        side = other.side;
    }
}
