package io.millrace.feed.capture;

import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.feed.FrameLedger;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.operators.market.sbe.BookRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.agrona.DirectBuffer;

/**
 * Gives the frames of captures, one file after another, at the times at which they were received. Its position is the
 * number of frames read, over all files. A run that goes on begins behind that many: those before are decoded once more, so
 * that the decoder knows what it knew, and given to nobody.
 *
 * <p>A frame that breaks the venue's format is counted, reported once per kind, and skipped; a line that breaks the
 * capture's format stops the flow, after all that came before it has been given.
 *
 * <p>Thread: the ingress thread. Allocation: none per frame. Deterministic: yes.
 */
public final class CaptureSource implements TimedSource {
    private final Path[] files;
    private final CaptureDecoders decoders;
    private final CaptureAnswers answers = new CaptureAnswers();
    private final FrameLedger ledger;
    private final SourceContext context;
    private final InletTarget target = new InletTarget();
    private CaptureReader reader;
    private int file;
    private boolean atFrame;
    private boolean ended;
    private long lines;
    private ConnectorException failure;
    private boolean failureHeldBack;

    /**
     * Opens the file to go on with.
     *
     * @param decoder makes a decoder of one connection, which asks a gate
     * @param rule    how updates of books follow each other
     * @throws ConnectorException if one of the files is missing or can't be read, or they are shorter than when they were
     *     read before
     */
    public CaptureSource(
            final List<Path> files,
            final Function<FrameGate, FrameDecoder> decoder,
            final BookRule rule,
            final SourceContext context) {
        this.files = files.toArray(new Path[0]);
        this.decoders = new CaptureDecoders(decoder, rule);
        this.ledger = new FrameLedger(context);
        this.context = context;
        for (int i = this.files.length - 1; i >= 0; i--) {
            closeReader();
            reader = new CaptureReader(this.files[i]);
        }
        goTo(context.position());
    }

    private void goTo(final long position) {
        final EventTarget nobody = new DroppedEvents();
        while (lines < position) {
            advance();
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                throw new ConnectorException("the captures " + Arrays.toString(files) + " have only " + lines
                        + " frames, and the journal has what came of " + position
                        + ": name the same captures as the run before did, in the same order");
            }
            atFrame = false;
            lines++;
            decoders.decode(reader, nobody);
        }
    }

    /** Goes to the next frame, unless it is there; keeps a failure for when all before it has been journaled. */
    private void advance() {
        if (atFrame || ended || failure != null) {
            return;
        }
        try {
            while (!reader.next()) {
                reader.close();
                file++;
                if (file == files.length) {
                    ended = true;
                    return;
                }
                reader = new CaptureReader(files[file]);
            }
            atFrame = true;
        } catch (final ConnectorException e) {
            failure = e;
        }
    }

    @Override
    public long headTime() {
        advance();
        if (failure != null) {
            if (failureHeldBack) {
                throw failure;
            }
            // Lets the ingress journal what it has before the flow stops.
            failureHeldBack = true;
            return WAITING;
        }
        return reader.receiveTime();
    }

    @Override
    public boolean ended() {
        advance();
        return ended;
    }

    @Override
    public int poll(final Inlet inlet) {
        advance();
        if (!atFrame) {
            return 0;
        }
        atFrame = false;
        lines++;
        inlet.beginFrame(lines);
        target.wrap(inlet);
        final int answered = answers.writeTo(inlet);
        final FrameResult result = decoders.decode(reader, target);
        inlet.endFrame();
        if (ledger.count(result, decoders.current())) {
            context.report(malformed());
        }
        if (result == FrameResult.UNKNOWN && reader.isTable()) {
            failure = new ConnectorException("capture " + files[file] + " is a table of tardis.dev, which this venue's"
                    + " decoder does not read: name tardis as the venue");
        }
        return target.taken() + answered;
    }

    @Override
    public void onRequest(
            final int input, final long requestId, final DirectBuffer request, final int offset, final int length) {
        answers.add(input, requestId, request, offset, length);
    }

    private String malformed() {
        return FrameLedger.describe(decoders.current()) + " in " + files[file] + ", line " + reader.line();
    }

    @Override
    public void close() {
        closeReader();
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
        }
    }
}
