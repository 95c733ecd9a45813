package io.millrace.journal.tool;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Prints records as lines of text: number, time, kind, input, payload. A payload is shown as its item's {@code toString},
 * or in hexadecimal digits if its codec is not known.
 *
 * <pre>
 *   17 2026-11-22T09:15:00.123456789Z DATA trades BTCUSDT 0.25 @ 68123.4
 *   18 2026-11-22T09:15:00.123456789Z TICK
 * </pre>
 *
 * <p>Thread: one. Allocation: each record.
 */
public final class JournalPrinter {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private static final ReadOptions ALL = ReadOptions.DEFAULTS.archive(true).laterStart(true);

    private final Path dir;
    private final Function<JournalHead.Input, Codec<?>> codecs;
    private final BiFunction<JournalHead.Input, DirectBuffer, String> definitions;
    private final Map<Integer, Payload<?>> payloads = new HashMap<>();

    /**
     * @param codecs      gives the codec of an input, or null if it is not known
     * @param definitions gives the text of an input's DEFINITION payload, or null if that is not known
     */
    public JournalPrinter(
            final Path dir,
            final Function<JournalHead.Input, Codec<?>> codecs,
            final BiFunction<JournalHead.Input, DirectBuffer, String> definitions) {
        this.dir = dir;
        this.codecs = codecs;
        this.definitions = definitions;
    }

    /**
     * Prints records.
     *
     * @param fromSeq number of the first one
     * @param count   how many, at most
     * @return how many there were
     * @throws ConnectorException if there is no journal or it is damaged; what comes before was printed
     * @throws IOException        if {@code out} fails
     */
    public long print(final long fromSeq, final long count, final Appendable out) throws IOException {
        long printed = 0;
        try (JournalReader reader = Journal.open(dir, ALL, beginning(fromSeq))) {
            final RecordCursor record = new RecordCursor(reader.document());
            while (printed < count && reader.next()) {
                if (reader.document().nextNumber() <= fromSeq) {
                    continue;
                }
                record.rewind();
                while (printed < count && record.next()) {
                    if (record.seq() >= fromSeq) {
                        out.append(line(reader.head(), record)).append('\n');
                        printed++;
                    }
                }
            }
        }
        return printed;
    }

    /** Where to begin to read: nothing is there that would lie behind the journal's end. */
    private long beginning(final long fromSeq) {
        try (JournalReader reader = Journal.open(dir, ALL)) {
            final long end = reader.progress() == null ? 0 : reader.progress().next();
            return Math.max(0, Math.min(fromSeq, end));
        }
    }

    private String line(final JournalHead head, final RecordCursor record) {
        final StringBuilder line = new StringBuilder();
        final Instant time = Instant.EPOCH.plusNanos(record.time());
        line.append(record.seq()).append(' ').append(TIME.format(time)).append(' ');
        line.append(RecordKind.name(record.kind()));
        if (record.kind() == RecordKind.TICK) {
            return line.toString();
        }
        line.append(' ').append(inputName(head, record.input()));
        if (record.isLast() && record.kind() == RecordKind.INPUT_END) {
            line.append(" last");
        }
        if (record.payloadLength() > 0) {
            line.append(' ').append(payload(head, record));
        }
        return line.toString();
    }

    private static String inputName(final JournalHead head, final int input) {
        return input < head.inputs().size() ? head.inputs().get(input).name() : "input-" + input;
    }

    private String payload(final JournalHead head, final RecordCursor record) {
        final boolean isItem = record.kind() == RecordKind.DATA
                || record.kind() == RecordKind.COMMAND
                || record.kind() == RecordKind.ANSWER;
        if (record.input() >= head.inputs().size()) {
            return hex(record);
        }
        if (record.kind() == RecordKind.DEFINITION) {
            final String text = definitions.apply(head.inputs().get(record.input()), view(record));
            return text == null ? hex(record) : Payload.oneLine(text);
        }
        if (!isItem) {
            return hex(record);
        }
        return payloads.computeIfAbsent(
                        record.input(),
                        input -> Payload.of(codecs.apply(head.inputs().get(input))))
                .text(record);
    }

    private static String hex(final RecordCursor record) {
        final byte[] bytes = new byte[record.payloadLength()];
        record.buffer().getBytes(record.payloadOffset(), bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A view with ends: who expects more must not read what comes behind. */
    private static DirectBuffer view(final RecordCursor record) {
        return new UnsafeBuffer(record.buffer(), record.payloadOffset(), record.payloadLength());
    }

    /** Payloads of one input. */
    private record Payload<T>(Codec<T> codec, T reuse) {
        static <T> Payload<T> of(final Codec<T> codec) {
            return new Payload<>(codec, codec == null ? null : codec.create());
        }

        String text(final RecordCursor record) {
            if (codec == null) {
                return hex(record);
            }
            try {
                final DirectBuffer view = view(record);
                return oneLine(String.valueOf(codec.decode(view, 0, view.capacity(), reuse)));
            } catch (final RuntimeException e) {
                return hex(record) + " (codec " + codec.name() + " can't read it: " + oneLine(e.toString()) + ")";
            }
        }

        private static String oneLine(final String text) {
            return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        }
    }
}
