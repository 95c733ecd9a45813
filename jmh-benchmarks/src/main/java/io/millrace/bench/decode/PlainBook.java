package io.millrace.bench.decode;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.PowersOfTen;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** A book of one instrument that trusts its input: it leaves out what its snapshot has, and looks for no gaps. Works on the records that Millrace works on. */
abstract class PlainBook {
    private final BookDelta delta = BookDelta.CODEC.create();
    private final int input;
    private final long[] best = new long[4];
    private final long[] last = new long[4];
    private int priceScale;
    private int sizeScale;
    private long lastUpdateId;
    private boolean isLive;
    private boolean inSnapshot;

    PlainBook(final int input) {
        this.input = input;
    }

    /** Works through records; gives how often the best bid or offer has changed. */
    final int run(final UnsafeBuffer records) {
        int news = 0;
        isLive = false;
        Arrays.fill(last, -1);
        long at = OffHeap.address(records);
        final long end = at + records.capacity();
        while (at < end) {
            final int length = OffHeap.int32(at + RecordLayout.LENGTH);
            if (OffHeap.int32(at + RecordLayout.KIND) == RecordLayout.dataOf(input)) {
                BookDelta.CODEC.view(at + RecordLayout.HEADER, length - RecordLayout.HEADER, delta);
                news += take() ? 1 : 0;
            }
            at += RecordLayout.aligned(length);
        }
        return news;
    }

    private boolean take() {
        if (delta.isFault()) {
            priceScale = 0;
            sizeScale = 0;
            clear();
            return false;
        }
        final boolean isUpdate = !delta.isSnapshot();
        if (!isUpdate && !inSnapshot) {
            clear();
            lastUpdateId = delta.lastUpdateId();
        }
        isLive |= isUpdate;
        inSnapshot = !isUpdate && !delta.isEndOfEvent();
        if (!isUpdate || delta.lastUpdateId() > lastUpdateId) {
            apply();
        }
        if (isUpdate && delta.isEndOfEvent()) {
            lastUpdateId = Math.max(lastUpdateId, delta.lastUpdateId());
        }
        return isLive && delta.isEndOfEvent() && hasNews();
    }

    private void apply() {
        refine();
        final long priceFactor = PowersOfTen.get(priceScale - delta.priceScale());
        final long sizeFactor = PowersOfTen.get(sizeScale - delta.sizeScale());
        final int bids = delta.bids();
        final int levels = delta.levels();
        for (int level = 0; level < levels; level++) {
            set(level < bids, delta.price(level) * priceFactor, delta.size(level) * sizeFactor);
        }
    }

    private void refine() {
        if (delta.priceScale() > priceScale || delta.sizeScale() > sizeScale) {
            multiply(
                    PowersOfTen.get(Math.max(0, delta.priceScale() - priceScale)),
                    PowersOfTen.get(Math.max(0, delta.sizeScale() - sizeScale)));
            priceScale = Math.max(priceScale, delta.priceScale());
            sizeScale = Math.max(sizeScale, delta.sizeScale());
        }
    }

    private boolean hasNews() {
        best(best);
        boolean news = false;
        for (int i = 0; i < best.length; i++) {
            news |= best[i] != last[i];
            last[i] = best[i];
        }
        return news;
    }

    abstract void clear();

    abstract void set(boolean isBid, long price, long size);

    abstract void multiply(long priceFactor, long sizeFactor);

    abstract void best(long[] into);
}
