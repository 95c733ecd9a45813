package io.millrace.engine.item;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Ready codecs for immutable items. Convenient rather than fast: each decoded item is a new object. Where garbage
 * matters, use an {@link ItemType}.
 */
public final class Codecs {
    /** {@link Long}, eight bytes little-endian. */
    public static final Codec<Long> INT64 = new Immutable<>("int64") {
        @Override
        public int encode(final Long item, final MutableDirectBuffer target, final int offset) {
            target.putLong(offset, item, ByteOrder.LITTLE_ENDIAN);
            return Long.BYTES;
        }

        @Override
        public Long decode(final DirectBuffer source, final int offset, final int length, final Long reuse) {
            return source.getLong(offset, ByteOrder.LITTLE_ENDIAN);
        }
    };

    /** {@link Double}, eight bytes little-endian. */
    public static final Codec<Double> FLOAT64 = new Immutable<>("float64") {
        @Override
        public int encode(final Double item, final MutableDirectBuffer target, final int offset) {
            target.putLong(offset, Double.doubleToLongBits(item), ByteOrder.LITTLE_ENDIAN);
            return Double.BYTES;
        }

        @Override
        public Double decode(final DirectBuffer source, final int offset, final int length, final Double reuse) {
            return Double.longBitsToDouble(source.getLong(offset, ByteOrder.LITTLE_ENDIAN));
        }
    };

    /** {@link String}, UTF-8. */
    public static final Codec<String> TEXT = new Immutable<>("text") {
        @Override
        public int encode(final String item, final MutableDirectBuffer target, final int offset) {
            return Utf8.encode(item, target, offset);
        }

        @Override
        public String decode(final DirectBuffer source, final int offset, final int length, final String reuse) {
            final byte[] bytes = new byte[length];
            source.getBytes(offset, bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    };

    private Codecs() {}

    /**
     * A codec for an immutable type, by way of text.
     *
     * @param name  unique and stable name of the encoding
     * @param write item to text
     * @param read  text to an equal item
     */
    public static <T> Codec<T> viaText(
            final String name, final Function<T, String> write, final Function<String, T> read) {
        return new Immutable<>(name) {
            @Override
            public int encode(final T item, final MutableDirectBuffer target, final int offset) {
                return TEXT.encode(write.apply(item), target, offset);
            }

            @Override
            public T decode(final DirectBuffer source, final int offset, final int length, final T reuse) {
                return read.apply(TEXT.decode(source, offset, length, null));
            }
        };
    }

    private abstract static class Immutable<T> implements Codec<T> {
        private final String name;

        Immutable(final String name) {
            this.name = name;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final int version() {
            return 1;
        }

        @Override
        public final T create() {
            return null;
        }
    }
}
