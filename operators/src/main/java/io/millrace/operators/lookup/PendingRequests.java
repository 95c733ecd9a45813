package io.millrace.operators.lookup;

import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * Requests that have not been answered, in the order of their ids. Only some are on their way at a time; the others wait
 * until one of those is answered. Answers may come in any order.
 *
 * <pre>
 *   first                        firstUnsent
 *    │ on their way, unanswered   │ wait
 *    ○ ─────▶ ○ ─────▶ ○ ─────▶   ○ ─────▶ ○ ─────▶ …        by id
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: only for more requests than ever before, or longer ones. Deterministic: yes.
 */
public final class PendingRequests {
    /** No request. */
    public static final int NONE = -1;

    private static final int FEW = 16;
    private static final int USUAL_REQUEST = 64;
    private static final float LOAD_FACTOR = 0.55f;

    private final int capacity;
    private final int maxInFlight;
    private final RequestPort port;
    private final Long2LongHashMap slots = new Long2LongHashMap(FEW, LOAD_FACTOR, NONE);
    private ExpandableDirectByteBuffer[] requests = new ExpandableDirectByteBuffer[FEW];
    private int[] lengths = new int[FEW];
    private long[] ids = new long[FEW];
    private int[] before = new int[FEW];
    private int[] after = new int[FEW];
    private int usedSlots;
    private int firstFree = NONE;
    private int first = NONE;
    private int last = NONE;
    private int firstUnsent = NONE;
    private int size;
    private int inFlight;
    private long nextId;

    /**
     * @param capacity    most requests that are kept, sent or not
     * @param maxInFlight most requests that are on their way at a time
     */
    public PendingRequests(final int capacity, final int maxInFlight, final RequestPort port) {
        this.capacity = capacity;
        this.maxInFlight = maxInFlight;
        this.port = port;
    }

    /** Memory for the next request; {@link #add} must follow, or nothing has happened. */
    public MutableDirectBuffer claim() {
        if (size == capacity) {
            throw tooMany();
        }
        if (firstFree == NONE) {
            makeSlot();
        }
        return requests[firstFree];
    }

    private void makeSlot() {
        if (usedSlots == ids.length) {
            final int larger = usedSlots * 2;
            requests = Arrays.copyOf(requests, larger);
            lengths = Arrays.copyOf(lengths, larger);
            ids = Arrays.copyOf(ids, larger);
            before = Arrays.copyOf(before, larger);
            after = Arrays.copyOf(after, larger);
        }
        if (requests[usedSlots] == null) {
            requests[usedSlots] = new ExpandableDirectByteBuffer(USUAL_REQUEST);
        }
        after[usedSlots] = NONE;
        firstFree = usedSlots++;
    }

    /** Adds the request that was written where {@link #claim} said, and sends it when it may. */
    public void add(final int length) {
        if (length > RequestPort.MAX_LENGTH) {
            throw tooLong(length);
        }
        append(length, nextId++);
        sendUnsent();
    }

    private void append(final int length, final long id) {
        final int slot = firstFree;
        firstFree = after[slot];
        lengths[slot] = length;
        ids[slot] = id;
        slots.put(id, slot);
        before[slot] = last;
        after[slot] = NONE;
        if (last == NONE) {
            first = slot;
        } else {
            after[last] = slot;
        }
        last = slot;
        if (firstUnsent == NONE) {
            firstUnsent = slot;
        }
        size++;
    }

    private void sendUnsent() {
        while (inFlight < maxInFlight && firstUnsent != NONE) {
            final int slot = firstUnsent;
            port.send(ids[slot], requests[slot], lengths[slot]);
            firstUnsent = after[slot];
            inFlight++;
        }
    }

    /** The request with this id, or {@link #NONE} if no such request is on its way. */
    public int sent(final long id) {
        final int slot = (int) slots.get(id);
        return slot == NONE || firstUnsent != NONE && id >= ids[firstUnsent] ? NONE : slot;
    }

    /** Forgets a request that was {@link #sent}: it is answered. Another one may go. */
    public void remove(final int slot) {
        slots.remove(ids[slot]);
        if (before[slot] == NONE) {
            first = after[slot];
        } else {
            after[before[slot]] = after[slot];
        }
        if (after[slot] == NONE) {
            last = before[slot];
        } else {
            before[after[slot]] = before[slot];
        }
        after[slot] = firstFree;
        firstFree = slot;
        size--;
        inFlight--;
        sendUnsent();
    }

    /** Sends again what was on its way, in the same order: the flow has gone live, and nobody has got it yet. */
    public void sendAgain() {
        firstUnsent = first;
        inFlight = 0;
        sendUnsent();
    }

    /** The request with the lowest id, or {@link #NONE}. */
    int first() {
        return first;
    }

    /** The request with the next higher id, or {@link #NONE}. */
    int after(final int slot) {
        return after[slot];
    }

    /** Bytes of a request, from 0. */
    DirectBuffer request(final int slot) {
        return requests[slot];
    }

    int length(final int slot) {
        return lengths[slot];
    }

    /** Forgets all requests; the next has the first id. */
    public void reset() {
        slots.clear();
        usedSlots = 0;
        firstFree = NONE;
        first = NONE;
        last = NONE;
        firstUnsent = NONE;
        size = 0;
        inFlight = 0;
        nextId = 0;
    }

    public void writeState(final StateWriter out) {
        out.putLong(nextId).putInt(inFlight).putInt(size);
        for (int slot = first; slot != NONE; slot = after[slot]) {
            out.putLong(ids[slot]).putBytes(requests[slot], 0, lengths[slot]);
        }
    }

    public void readState(final StateReader in) {
        nextId = in.takeLong();
        inFlight = in.takeInt();
        final int count = in.takeInt();
        for (int i = 0; i < count; i++) {
            final long id = in.takeLong();
            final int length = in.takeLength();
            claim().putBytes(0, in.buffer(), in.takeBytes(length), length);
            append(length, id);
            if (i < inFlight) {
                firstUnsent = NONE;
            }
        }
    }

    private IllegalStateException tooMany() {
        return new IllegalStateException(
                capacity + " requests are waiting for answers: the source does not keep up, or does not answer");
    }

    private static IllegalArgumentException tooLong(final int length) {
        return new IllegalArgumentException(
                "a request of " + length + " bytes: at most " + RequestPort.MAX_LENGTH + " can be sent");
    }
}
