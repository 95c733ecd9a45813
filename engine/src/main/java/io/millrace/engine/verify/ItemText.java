package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;
import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Items as a person reads them.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: addresses of objects, which differ from run to run, are left out.
 */
final class ItemText {
    /** What {@link Object#toString} gives, for a class in a package or an array; prices behind an @ are to be seen. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(\\b[a-z]\\w*(\\.[a-z]\\w*)*\\.[A-Z][\\w$/]*|\\[+([BCDFIJSZ]|L[\\w.$]+;))@[0-9a-f]{1,16}\\b");

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int MOST_BYTES = 64;
    private static final int MOST_CHARS = 1_000;

    private static final ClassValue<Boolean> TELLS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(final Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (final NoSuchMethodException e) {
                return false;
            }
        }
    };

    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();

    /** What passes a place, in one line. */
    String of(final Tap tap, final Object item) {
        if (tap.kind() == Tap.Kind.ANSWER) {
            return answer(tap.codec(), (DirectBuffer) item);
        }
        return item == null ? "" : of(tap.codec(), item);
    }

    private String answer(final Codec<?> codec, final DirectBuffer payload) {
        return "answer to request " + payload.getLong(0, ByteOrder.LITTLE_ENDIAN) + ": "
                + decoded(codec, payload, Long.BYTES, payload.capacity() - Long.BYTES);
    }

    private <T> String decoded(final Codec<T> codec, final DirectBuffer payload, final int offset, final int length) {
        return of(codec, codec.decode(payload, offset, length, codec.create()));
    }

    private String of(final Codec<?> codec, final Object item) {
        final String text = tells(item) ? written(item) : encoded(codec, item);
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    /** Whether an item's text says what it holds. */
    static boolean tells(final Object item) {
        return TELLS.get(item.getClass());
    }

    /** An item's text; an exception's name if it fails. */
    static String written(final Object item) {
        final String text;
        try {
            text = String.valueOf(item);
        } catch (final RuntimeException e) {
            return "(its toString fails with " + e.getClass().getName() + ")";
        }
        final String flat = LINE_END.matcher(text).replaceAll("; ");
        return flat.indexOf('@') < 0 ? flat : ADDRESS.matcher(flat).replaceAll("@");
    }

    private String encoded(final Codec<?> codec, final Object item) {
        final String type = item.getClass().getSimpleName();
        if (codec == null) {
            return "(" + type + ", without a text)";
        }
        @SuppressWarnings("unchecked") // a wire carries items of its codec
        final int length = ((Codec<Object>) codec).encode(item, bytes, 0);
        final StringBuilder hex =
                new StringBuilder().append(type).append(", ").append(length).append(" bytes: ");
        for (int i = 0; i < Math.min(length, MOST_BYTES); i++) {
            hex.append(Character.forDigit(bytes.getByte(i) >> 4 & 15, 16))
                    .append(Character.forDigit(bytes.getByte(i) & 15, 16));
        }
        return hex.append(length > MOST_BYTES ? "…" : "").toString();
    }
}
