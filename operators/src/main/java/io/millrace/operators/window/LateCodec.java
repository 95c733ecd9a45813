package io.millrace.operators.window;

import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Encoding of late items.
 *
 * <pre>
 *   0        8           16     24
 *  +--------+-----------+------+------------------
 *  | window | watermark | time | the item's bytes …
 *  +--------+-----------+------+------------------
 * </pre>
 *
 * @param codec type of the item
 */
record LateCodec<T>(Codec<T> codec) implements Codec<Late<T>> {
    private static final int WATERMARK = 8;
    private static final int TIME = 16;
    private static final int ITEM = 24;

    @Override
    public String name() {
        return "late-" + codec.name();
    }

    @Override
    public int version() {
        return codec.version();
    }

    @Override
    public Late<T> create() {
        final Late<T> late = new Late<>();
        late.item = codec.create();
        return late;
    }

    @Override
    public int encode(final Late<T> late, final MutableDirectBuffer target, final int offset) {
        target.putLong(offset, late.window, ByteOrder.LITTLE_ENDIAN);
        target.putLong(offset + WATERMARK, late.watermark, ByteOrder.LITTLE_ENDIAN);
        target.putLong(offset + TIME, late.time, ByteOrder.LITTLE_ENDIAN);
        return ITEM + codec.encode(late.item, target, offset + ITEM);
    }

    @Override
    public Late<T> decode(final DirectBuffer source, final int offset, final int length, final Late<T> reuse) {
        reuse.window = source.getLong(offset, ByteOrder.LITTLE_ENDIAN);
        reuse.watermark = source.getLong(offset + WATERMARK, ByteOrder.LITTLE_ENDIAN);
        reuse.time = source.getLong(offset + TIME, ByteOrder.LITTLE_ENDIAN);
        reuse.item = codec.decode(source, offset + ITEM, length - ITEM, reuse.item);
        return reuse;
    }
}
