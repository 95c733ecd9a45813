package io.millrace.engine.item;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** {@link ItemType#of}: fields written and read one after another by two functions of the user. */
final class FieldwiseType<W> implements ItemType<W, W> {
    private static final int BLANK_CAPACITY = 256;

    private final String name;
    private final int version;
    private final Supplier<W> create;
    private final BiConsumer<W, FieldWriter> write;
    private final BiConsumer<W, FieldReader> read;
    private final ThreadLocal<Cursors> cursors = ThreadLocal.withInitial(Cursors::new);
    private final DirectBuffer blank;
    private final int blankLength;

    FieldwiseType(
            final String name,
            final int version,
            final Supplier<W> create,
            final BiConsumer<W, FieldWriter> write,
            final BiConsumer<W, FieldReader> read) {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "type '" + name + "' in version " + version + ": the first version is 1");
        }
        this.name = name;
        this.version = version;
        this.create = create;
        this.write = write;
        this.read = read;
        final MutableDirectBuffer bytes = new ExpandableArrayBuffer(BLANK_CAPACITY);
        this.blankLength = encode(create.get(), bytes, 0);
        this.blank = bytes;
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
    public W create() {
        return create.get();
    }

    @Override
    public void clear(final W item) {
        decode(blank, 0, blankLength, item);
    }

    @Override
    public void spoil(final W item) {
        try {
            read.accept(item, cursors.get().reader.spoiled());
        } catch (final RuntimeException e) {
            // A reader that checks what it reads; blank is the other thing that nobody meant.
            clear(item);
        }
    }

    @Override
    public int encode(final W item, final MutableDirectBuffer target, final int offset) {
        final FieldWriter writer = cursors.get().writer.wrap(target, offset);
        write.accept(item, writer);
        return writer.written();
    }

    @Override
    public W decode(final DirectBuffer source, final int offset, final int length, final W reuse) {
        read.accept(reuse, cursors.get().reader.wrap(source, offset, length));
        return reuse;
    }

    private static final class Cursors {
        private final FieldWriter writer = new FieldWriter();
        private final FieldReader reader = new FieldReader();
    }
}
