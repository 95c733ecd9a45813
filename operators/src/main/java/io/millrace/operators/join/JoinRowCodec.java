package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Rows as bytes. What is read may be a view of the bytes, if the items of a side are.
 *
 * <pre>
 *   ┌──────────┬─────────────┬───────────┐
 *   │ id int64 │ start int64 │ end int64 │          if the join has windows
 *   └──────────┴─────────────┴───────────┘
 *   ┌─────────────┬──────────────────┬── … for each side
 *   │ length int32│ item             │    length is -1, and there is no item, if the side has none
 *   └─────────────┴──────────────────┴── …
 * </pre>
 */
public final class JoinRowCodec implements Codec<JoinRow> {
    private static final int MISSING = -1;
    private static final int START = 8;
    private static final int END = 16;
    private static final int WINDOW_BYTES = 24;

    private final Codec<Object>[] sides;
    private final boolean windowed;
    private final String name;
    private final int version;

    /**
     * The type of rows of these sides.
     *
     * @param codecs   of the sides' items
     * @param windowed whether rows belong to windows
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // each side gets items of its own codec only
    public JoinRowCodec(final List<Codec<?>> codecs, final boolean windowed) {
        this.windowed = windowed;
        this.sides = codecs.toArray(new Codec[0]);
        final StringBuilder names = new StringBuilder(windowed ? "window-row" : "row");
        int versions = 1;
        for (final Codec<?> codec : codecs) {
            names.append('-').append(codec.name());
            versions += codec.version() - 1;
        }
        this.name = names.toString();
        this.version = versions;
    }

    int sides() {
        return sides.length;
    }

    Codec<Object> side(final int side) {
        return sides[side];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public JoinRow create() {
        final Object[] items = new Object[sides.length];
        for (int side = 0; side < items.length; side++) {
            items[side] = sides[side].create();
        }
        return new JoinRow(sides.length, items);
    }

    @Override
    public int encode(final JoinRow row, final MutableDirectBuffer target, final int offset) {
        int at = offset;
        if (windowed) {
            target.putLong(at, row.window(), ByteOrder.LITTLE_ENDIAN);
            target.putLong(at + START, row.windowStart(), ByteOrder.LITTLE_ENDIAN);
            target.putLong(at + END, row.windowEnd(), ByteOrder.LITTLE_ENDIAN);
            at += WINDOW_BYTES;
        }
        for (int side = 0; side < sides.length; side++) {
            final int item = at + Integer.BYTES;
            final int length = row.has(side) ? sides[side].encode(row.get(side), target, item) : MISSING;
            target.putInt(at, length, ByteOrder.LITTLE_ENDIAN);
            at = item + Math.max(length, 0);
        }
        return at - offset;
    }

    @Override
    public JoinRow decode(final DirectBuffer source, final int offset, final int length, final JoinRow reuse) {
        int at = offset;
        if (windowed) {
            reuse.setWindow(
                    source.getLong(at, ByteOrder.LITTLE_ENDIAN),
                    source.getLong(at + START, ByteOrder.LITTLE_ENDIAN),
                    source.getLong(at + END, ByteOrder.LITTLE_ENDIAN));
            at += WINDOW_BYTES;
        }
        for (int side = 0; side < sides.length; side++) {
            final int itemLength = source.getInt(at, ByteOrder.LITTLE_ENDIAN);
            final int item = at + Integer.BYTES;
            reuse.set(
                    side,
                    itemLength == MISSING ? null : sides[side].decode(source, item, itemLength, reuse.reused(side)));
            at = item + Math.max(itemLength, 0);
        }
        return reuse;
    }
}
