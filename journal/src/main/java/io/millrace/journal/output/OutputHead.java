package io.millrace.journal.output;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.store.HeadPrefix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What an output log is: the first thing in each of its files.
 *
 * <pre>
 *  {@link HeadPrefix} (36) | created, epoch millis (8) | step | codec | codec version (4)
 * </pre>
 *
 * Big-endian, texts as {@link java.io.DataOutput#writeUTF} writes them, zero bytes up to a multiple of eight.
 *
 * @param id           of the journal whose flow wrote it; if there was none that a run can go on with, just unique
 * @param session      which session of the log the file belongs to
 * @param created      when it was begun, to the millisecond
 * @param step         id of the output step
 * @param codec        name of the encoding of its items
 * @param codecVersion version of the encoding
 */
public record OutputHead(UUID id, SessionMark session, Instant created, String step, String codec, int codecVersion) {

    /** @param id the journal's, or null */
    static OutputHead of(final UUID id, final String step, final Codec<?> codec) {
        final SessionMark session = SessionMark.now(1, List.of());
        return new OutputHead(
                id == null ? UUID.randomUUID() : id, session, session.begun(), step, codec.name(), codec.version());
    }

    /** The head of another session. */
    OutputHead session(final SessionMark value) {
        return new OutputHead(id, value, created, step, codec, codecVersion);
    }

    /** The same head with a newer version of the codec. */
    OutputHead writtenBy(final Codec<?> writer) {
        return new OutputHead(id, session, created, step, writer.name(), writer.version());
    }

    byte[] encode() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            HeadPrefix.write(out, id, session);
            out.writeLong(created.toEpochMilli());
            out.writeUTF(step);
            out.writeUTF(codec);
            out.writeInt(codecVersion);
        } catch (final IOException e) {
            throw new UncheckedIOException("a name is too long for the output log's head", e);
        }
        return Arrays.copyOf(bytes.toByteArray(), RecordLayout.aligned(bytes.size()));
    }

    static OutputHead decode(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new OutputHead(
                    HeadPrefix.readId(in),
                    HeadPrefix.readSession(in),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF(),
                    in.readUTF(),
                    in.readInt());
        } catch (final IOException e) {
            throw new ConnectorException("the output log's head can't be read (" + e + "): restore it from a copy", e);
        }
    }

    void requireReadableBy(final Codec<?> reader) {
        if (!codec.equals(reader.name()) || codecVersion > reader.version()) {
            throw new ConnectorException("the output log of step '" + step + "' holds items of codec '" + codec
                    + "' version " + codecVersion + ", asked for was '" + reader.name() + "' version "
                    + reader.version()
                    + ": read it with the codec that wrote it, or a newer version of it");
        }
    }
}
