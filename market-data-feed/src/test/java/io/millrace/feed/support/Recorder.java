package io.millrace.feed.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.OffHeap;
import io.millrace.feed.decode.EventTarget;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Keeps the events that a decoder gives as text. */
public final class Recorder implements EventTarget {
    private static final int SPACE = 1 << 14;

    /** One record, or one level of a book delta. */
    public record Given(int input, byte kind, String text) {}

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(SPACE));
    private final List<Given> all = new ArrayList<>();
    private final ToText text;

    /** How a record is told. */
    @FunctionalInterface
    public interface ToText {
        String of(DirectBuffer buffer, int offset);
    }

    public Recorder() {
        this(EventText::of);
    }

    /** Tells definitions in another way. */
    public Recorder(final ToText definitions) {
        text = definitions;
    }

    @Override
    public UnsafeBuffer buffer() {
        return buffer;
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public long claimAddress(final int maxLength) {
        final int offset = claim(maxLength);
        return OffHeap.address(buffer) + offset;
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        final List<String> lines =
                kind == RecordKind.DEFINITION ? List.of(text.of(buffer, 0)) : EventText.lines(buffer, 0);
        lines.forEach(line -> all.add(new Given(input, kind, line)));
    }

    public List<Given> all() {
        return all;
    }

    /** Texts of all records. */
    public List<String> texts() {
        return all.stream().map(Given::text).toList();
    }

    /** Texts of the events without definitions. */
    public List<String> events() {
        return all.stream()
                .filter(given -> given.kind() == RecordKind.DATA)
                .map(Given::text)
                .toList();
    }

    /** Texts of the definitions. */
    public List<String> definitions() {
        return all.stream()
                .filter(given -> given.kind() == RecordKind.DEFINITION)
                .map(Given::text)
                .toList();
    }

    public void clear() {
        all.clear();
    }
}
