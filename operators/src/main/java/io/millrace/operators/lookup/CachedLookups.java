package io.millrace.operators.lookup;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemSlots;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * All look-ups of one step. A look-up has its answer, or it is asked for and items wait for it; never both. So items of one
 * look-up keep their order.
 *
 * <p>Thread: the stage's. Allocation: only for more answers or waiting items than ever before, or longer ones.
 * Deterministic: yes.
 */
public final class CachedLookups<T, A> {
    private static final int NONE = LookupKeys.NONE;
    private static final int USUAL_REQUEST = 64;

    private final Request<T> request;
    private final Lookup<A> settings;
    private final KeySpace streamKeys;
    private final StageClock clock;
    private final PendingRequests pending;
    private final LookupKeys keys = new LookupKeys();
    private final AnswerCache<A> answers;
    private final WaitingItems<T> waiting;
    private final ExpandableDirectByteBuffer asked = new ExpandableDirectByteBuffer(USUAL_REQUEST);
    private int answered = NONE;

    public CachedLookups(
            final Request<T> request, final Lookup<A> settings, final Codec<T> itemCodec, final StepContext context) {
        this.request = context.checks() ? request.checked() : request;
        this.settings = settings;
        this.streamKeys = context.keys();
        this.clock = context.clock();
        this.pending = new PendingRequests(
                settings.maxWaiting(), settings.maxInFlight(), context.requests(settings.maxInFlight()));
        this.answers = new AnswerCache<>(new ItemSlots<>(settings.answers().codec()));
        this.waiting = new WaitingItems<>(new ItemSlots<>(itemCodec), settings.maxWaiting());
    }

    /**
     * The answer for an item, if it is there and fresh. If not, it is asked for, unless it is already; the item waits, and
     * null is given.
     */
    public A answerOrWait(final long key, final T item) {
        final int length = request.write(item, asked);
        final int known = keys.find(asked, 0, length);
        final boolean hasAnswer = known != NONE && answers.has(known);
        if (hasAnswer && clock.now() - answers.time(known) <= settings.ttl()) {
            return answers.use(known);
        }
        if (waiting.isFull()) {
            throw tooManyWait();
        }
        if (hasAnswer || known == NONE) {
            ask(length);
        }
        if (hasAnswer) {
            answers.remove(known);
        }
        waiting.add(known == NONE ? keys.add(asked, 0, length) : known, key, item);
        return null;
    }

    private void ask(final int length) {
        pending.claim().putBytes(0, asked, 0, length);
        pending.add(length);
    }

    /**
     * Keeps an answer. The items that have waited for it are given next.
     *
     * @param id of the request
     * @return the answer, or null if nobody has asked for it, or it came before
     */
    public A answer(final long id, final DirectBuffer source, final int offset, final int length) {
        final int sent = pending.sent(id);
        if (sent == PendingRequests.NONE) {
            return null;
        }
        answered = lookup(sent);
        pending.remove(sent);
        final A answer = answers.put(answered, clock.now(), source, offset, length);
        if (answers.size() > settings.capacity()) {
            final int unused = answers.oldest();
            answers.remove(unused);
            keys.remove(unused);
        }
        return answer;
    }

    /** Whether another item has waited for the last answer. */
    public boolean hasNext() {
        return !waiting.isEmpty(answered);
    }

    /** Key of the next item that has waited for the last answer. */
    public long nextKey() {
        return waiting.firstKey(answered);
    }

    /** The next item that has waited for the last answer. */
    public T nextItem() {
        return waiting.firstItem(answered);
    }

    /** Forgets the next item: it has gone on. */
    public void removeNext() {
        waiting.removeFirst(answered);
    }

    /** Asks again for all that was asked for, because the source has not heard it. */
    public void askAgain() {
        pending.sendAgain();
    }

    /** Names the key of the item that has waited for longest, if any waits. */
    public void collectWaitingKey(final KeyList list) {
        if (!waiting.isEmpty()) {
            answered = lookup(pending.first());
            list.add(nextKey());
        }
    }

    private int lookup(final int request) {
        return keys.find(pending.request(request), 0, pending.length(request));
    }

    public void reset() {
        pending.reset();
        keys.reset();
        answers.reset();
        waiting.reset();
        answered = NONE;
    }

    /** Writes requests by id with the items that wait for them, then answers by their last use. */
    public void writeState(final StateWriter out) {
        pending.writeState(out);
        for (int slot = pending.first(); slot != PendingRequests.NONE; slot = pending.after(slot)) {
            waiting.writeState(lookup(slot), streamKeys, out);
        }
        answers.writeState(keys, out);
    }

    public void readState(final StateReader in) {
        pending.readState(in);
        for (int slot = pending.first(); slot != PendingRequests.NONE; slot = pending.after(slot)) {
            final int lookup = keys.add(pending.request(slot), 0, pending.length(slot));
            waiting.readState(lookup, streamKeys, in);
        }
        answers.readState(keys, in);
    }

    private IllegalStateException tooManyWait() {
        return new IllegalStateException(settings.maxWaiting()
                + " items are waiting for answers: the source does not keep up, or does not answer. If it only needs more"
                + " time, raise maxWaiting or maxInFlight; a longer ttl or a larger capacity make it be asked less");
    }
}
