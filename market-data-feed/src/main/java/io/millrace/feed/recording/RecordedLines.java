package io.millrace.feed.recording;

import io.millrace.engine.spi.ConnectorException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;

/**
 * Makes lines of recorded frames and writes them to a file, a gzip member at a time: each is written whole, so what a killed
 * process leaves behind can be read up to its last second.
 *
 * <pre>
 *   1723161255088169167 {"capture":"connection","number":1,"plan":0}     whose frames follow
 *   1723161255088169167 {"stream":"btcusdt@bookTicker","data":{...}}
 *   1723161255088170011 "TWFuIGlz..."                                    a binary frame, by base64
 *   1723161255091000000 {"capture":"disconnected","number":1,"plan":0}
 * </pre>
 *
 * Text that is no JSON object or array, such as an answer to a ping, is left out. Line breaks within a frame become spaces.
 *
 * <p>Thread: the writing one. Allocation: by gzip. Deterministic: no.
 */
final class RecordedLines implements MessageHandler, Closeable {
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int LARGE_MEMBER = 1 << 22;
    private static final int NO_SESSION = Integer.MIN_VALUE;

    private final Path file;
    private final OutputStream out;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final ByteArrayOutputStream member = new ByteArrayOutputStream();
    private int session = NO_SESSION;
    private long flushedAt = System.nanoTime();

    RecordedLines(final Path file) {
        this.file = file;
        try {
            this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (final FileAlreadyExistsException e) {
            throw new ConnectorException(
                    "recording " + file + " exists already: name another file, or move it away", e);
        } catch (final IOException e) {
            throw new ConnectorException("recording " + file + " can't be made: check the path and its folder", e);
        }
    }

    @Override
    public void onMessage(final int type, final MutableDirectBuffer buffer, final int index, final int length) {
        for (int at = index + RawRecorder.BYTES; at < index + length; at++) {
            frame.write(buffer.getByte(at));
        }
        if (type == RawRecorder.LAST_PIECE) {
            line(
                    buffer.getLong(index + RawRecorder.TIME),
                    buffer.getInt(index + RawRecorder.SESSION),
                    buffer.getInt(index + RawRecorder.PLAN),
                    buffer.getInt(index + RawRecorder.FORM));
            frame.reset();
        }
    }

    private void line(final long time, final int fromSession, final int plan, final int form) {
        if (form >= RawRecorder.MARK) {
            final SessionMark mark = SessionMark.of(form - RawRecorder.MARK);
            mark(time, mark.word(), fromSession, plan);
            if (mark == SessionMark.DISCONNECTED && fromSession == session) {
                // Its number may be that of the next one.
                session = NO_SESSION;
            }
            return;
        }
        final byte[] bytes = form == RawRecorder.BINARY ? quoted(frame.toByteArray()) : oneLine(frame.toByteArray());
        if (bytes.length == 0) {
            return;
        }
        if (fromSession != session) {
            session = fromSession;
            mark(time, "connection", fromSession, plan);
        }
        line(time, bytes);
    }

    private void mark(final long time, final String what, final int number, final int plan) {
        line(
                time,
                ("{\"capture\":\"" + what + "\",\"number\":" + number + ",\"plan\":" + plan + "}")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private void line(final long time, final byte[] bytes) {
        lines.writeBytes(Long.toString(time).getBytes(StandardCharsets.US_ASCII));
        lines.write(' ');
        lines.writeBytes(bytes);
        lines.write('\n');
    }

    private static byte[] quoted(final byte[] bytes) {
        return ("\"" + Base64.getEncoder().encodeToString(bytes) + "\"").getBytes(StandardCharsets.US_ASCII);
    }

    /** Nothing, if it is no object and no array. */
    private static byte[] oneLine(final byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        if (first == bytes.length || bytes[first] != '{' && bytes[first] != '[') {
            return new byte[0];
        }
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                bytes[at] = ' ';
            }
        }
        return first == 0 ? bytes : Arrays.copyOfRange(bytes, first, bytes.length);
    }

    /** Writes what there is, if there is much, or the last time is long ago. */
    void flushIfDue(final long now) throws IOException {
        if (lines.size() >= LARGE_MEMBER || now - flushedAt >= FLUSH_NANOS) {
            flushedAt = now;
            flush();
        }
    }

    private void flush() throws IOException {
        if (lines.size() == 0) {
            return;
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            lines.writeTo(gzip);
        } catch (final IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
        try {
            out.write(member.toByteArray());
        } catch (final IOException e) {
            throw new IOException(file + " can't be written (" + e.getMessage() + "): check the room on its disk", e);
        }
        lines.reset();
        member.reset();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
