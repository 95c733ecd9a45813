package io.millrace.journal.store;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.SessionMark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The bytes of a {@link JournalHead}, big-endian, texts as {@link java.io.DataOutput#writeUTF} writes them.
 *
 * <pre>
 *  {@link HeadPrefix} (36) | created, epoch millis (8) | flow | durability
 *  number of arguments (4) | name, value | name, value | ...
 *  number of inputs (4) | index (4), name, codec, codec version (4), feed | ...
 *  number of skips (4) | inputSeq (8) | ...
 * </pre>
 *
 * Zero bytes fill it up to a multiple of eight. A version that adds fields adds them at the end.
 */
public final class HeadCodec {
    private HeadCodec() {}

    /** The bytes of a head. */
    public static byte[] encode(final JournalHead head) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            HeadPrefix.write(out, head.id(), head.session());
            out.writeLong(head.created().toEpochMilli());
            out.writeUTF(head.flow());
            out.writeUTF(head.durability().toString());
            out.writeInt(head.arguments().size());
            for (final Map.Entry<String, String> argument : head.arguments().entrySet()) {
                out.writeUTF(argument.getKey());
                out.writeUTF(argument.getValue());
            }
            out.writeInt(head.inputs().size());
            for (final JournalHead.Input input : head.inputs()) {
                out.writeInt(input.index());
                out.writeUTF(input.name());
                out.writeUTF(input.codec());
                out.writeInt(input.codecVersion());
                out.writeUTF(input.feed());
            }
            out.writeInt(head.skips().size());
            for (final long skip : head.skips()) {
                out.writeLong(skip);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("a name or argument of the flow is too long for the journal's head", e);
        }
        return Arrays.copyOf(bytes.toByteArray(), RecordLayout.aligned(bytes.size()));
    }

    /**
     * Reads a head.
     *
     * @throws ConnectorException if it is of a newer version, or damaged
     */
    public static JournalHead decode(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final UUID id = HeadPrefix.readId(in);
            final SessionMark session = HeadPrefix.readSession(in);
            final Instant created = Instant.ofEpochMilli(in.readLong());
            final String flow = in.readUTF();
            final Durability durability = Durability.parse(in.readUTF());
            final Map<String, String> arguments = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                arguments.put(in.readUTF(), in.readUTF());
            }
            final List<JournalHead.Input> inputs = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                inputs.add(new JournalHead.Input(in.readInt(), in.readUTF(), in.readUTF(), in.readInt(), in.readUTF()));
            }
            final List<Long> skips = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                skips.add(in.readLong());
            }
            return new JournalHead(id, created, flow, arguments, inputs, durability, session, skips);
        } catch (final IOException e) {
            throw new ConnectorException("the journal's head can't be read (" + e + "): restore it from a copy", e);
        }
    }
}
