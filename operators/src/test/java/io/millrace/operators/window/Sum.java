package io.millrace.operators.window;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What ticks are folded into: their number, their sum, the bounds of the window. */
public final class Sum {
    private static final ItemType<Sum, Sum> FIELDS = ItemType.of("sum", Sum::new, Sum::write, Sum::read);
    public static final WindowItemType<Sum, Sum> TYPE = new Type();

    public long count;
    public long sum;
    public long start;
    public long end;

    private static void write(final Sum sum, final FieldWriter out) {
        out.putLong(sum.count).putLong(sum.sum).putLong(sum.start).putLong(sum.end);
    }

    private static void read(final Sum sum, final FieldReader in) {
        sum.count = in.takeLong();
        sum.sum = in.takeLong();
        sum.start = in.takeLong();
        sum.end = in.takeLong();
    }

    public void add(final Tick tick) {
        count++;
        sum += tick.value;
    }

    public void merge(final Sum other) {
        count += other.count;
        sum += other.sum;
    }

    @Override
    public String toString() {
        return count + " make " + sum + " in " + start + ".." + end;
    }

    private static final class Type implements WindowItemType<Sum, Sum> {
        @Override
        public String name() {
            return FIELDS.name();
        }

        @Override
        public int version() {
            return FIELDS.version();
        }

        @Override
        public Sum create() {
            return new Sum();
        }

        @Override
        public void clear(final Sum item) {
            FIELDS.clear(item);
        }

        @Override
        public void spoil(final Sum item) {
            FIELDS.spoil(item);
        }

        @Override
        public void bounds(final Sum item, final long start, final long end) {
            item.start = start;
            item.end = end;
        }

        @Override
        public int encode(final Sum item, final MutableDirectBuffer target, final int offset) {
            return FIELDS.encode(item, target, offset);
        }

        @Override
        public Sum decode(final DirectBuffer source, final int offset, final int length, final Sum reuse) {
            return FIELDS.decode(source, offset, length, reuse);
        }
    }
}
