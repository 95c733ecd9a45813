package io.millrace.journal.output;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * What an output log is: the first thing in each of its files.
 *
 * <pre>
 *  version (4) | id (16) | created, epoch millis (8) | step | codec | codec version (4)
 * </pre>
 *
 * Big-endian, texts as {@link java.io.DataOutput#writeUTF} writes them, zero bytes up to a multiple of eight.
 *
 * @param id           makes the log unique
 * @param created      when it was begun, to the millisecond
 * @param step         id of the output step
 * @param codec        name of the encoding of its items
 * @param codecVersion version of the encoding
 */
public record OutputHead(UUID id, Instant created, String step, String codec, int codecVersion) {
    private static final int VERSION = 1;

    static OutputHead of(final String step, final Codec<?> codec) {
        return new OutputHead(
                UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MILLIS), step, codec.name(), codec.version());
    }

    byte[] encode() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
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
            final int version = in.readInt();
            if (version > VERSION) {
                throw new ConnectorException(
                        "the output log's head is of version " + version + ", this Millrace reads up to " + VERSION
                                + ": use the Millrace that wrote it, or a newer one");
            }
            return new OutputHead(
                    new UUID(in.readLong(), in.readLong()),
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
