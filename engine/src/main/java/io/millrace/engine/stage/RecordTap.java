package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** Stands where an observer wants to see the records that an operator takes itself: answers to its requests. */
public final class RecordTap implements InputPort {
    private final ItemObserver observer;
    private final InputPort next;
    private final UnsafeBuffer payload = new UnsafeBuffer(0, 0);

    RecordTap(final ItemObserver observer, final InputPort next) {
        this.observer = observer;
        this.next = next;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        payload.wrap(address + RecordLayout.HEADER, length - RecordLayout.HEADER);
        observer.onItem(0, payload);
        next.onRecord(kindAndInput, address, length);
    }
}
