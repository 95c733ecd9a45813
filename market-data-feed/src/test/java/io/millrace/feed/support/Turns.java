package io.millrace.feed.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Source;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.market.BookAnswer;
import io.millrace.operators.market.BookRequestWriter;
import io.millrace.operators.market.sbe.BookFault;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.BufferUtil;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes what a source gives through a real ingress, and asks it for books, on the thread of the test. */
public final class Turns implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST_ASKED = 16;

    private final Ingress ingress;
    private final RequestQueue requests;
    private final IdleStrategy idle = new BackoffIdleStrategy();
    private final List<String> texts = new ArrayList<>();

    /** @param answers input that answers go to, the last one */
    public Turns(final Source source, final int answers) {
        requests = new RequestQueue("ask", answers, MOST_ASKED);
        final int[] inputs = new int[answers + 1];
        Arrays.setAll(inputs, input -> input);
        ingress = new Ingress(
                new OpenSource[] {new OpenSource(source, inputs, new RequestQueue[] {requests})},
                new Inlet(256, 48 << 10, Beginning.ofNothing(answers + 1)),
                InputLog.NONE,
                new OffsetEpochNanoClock(),
                new Pacer(Pacer.UNLIMITED, SystemNanoClock.INSTANCE),
                new CommandQueue(),
                () -> Timers.NEVER,
                null);
    }

    /** Asks for the book of an instrument. */
    public void ask(final long requestId, final int instrumentId) {
        final BookRequestWriter writer = new BookRequestWriter();
        final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(writer.length(), Long.BYTES));
        writer.at(OffHeap.address(buffer)).instrumentId(instrumentId).reason(BookFault.START);
        requests.send(requestId, buffer, writer.length());
    }

    /** Polls until something holds. */
    public void until(final BooleanSupplier condition) {
        final BatchTarget keep = this::keep;
        final long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about; so far: " + texts);
            }
            idle.idle(ingress.poll(keep));
        }
    }

    private void keep(final UnsafeBuffer buffer, final int offset, final int length) {
        int at = offset;
        while (at < offset + length) {
            final int payload = at + RecordLayout.HEADER;
            if (RecordLayout.kind(buffer, at) == RecordKind.ANSWER) {
                final BookAnswer answer = BookAnswer.CODEC.decode(
                        buffer,
                        payload + Long.BYTES,
                        RecordLayout.length(buffer, at) - RecordLayout.HEADER - Long.BYTES,
                        BookAnswer.CODEC.create());
                texts.add("answer " + buffer.getLong(payload, ByteOrder.LITTLE_ENDIAN) + " of #" + answer.instrumentId()
                        + ": " + answer.outcome());
            } else if (RecordLayout.kind(buffer, at) == RecordKind.DATA) {
                texts.addAll(EventText.lines(buffer, payload));
            }
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
        }
    }

    /** Events and answers that begin with one of some words. */
    public List<String> texts(final String... words) {
        return texts.stream()
                .filter(text -> Arrays.stream(words).anyMatch(text::startsWith))
                .toList();
    }

    /** How many events and answers contain a text. */
    public int count(final String part) {
        return (int) texts.stream().filter(text -> text.contains(part)).count();
    }

    @Override
    public void close() {
        ingress.close();
    }
}
