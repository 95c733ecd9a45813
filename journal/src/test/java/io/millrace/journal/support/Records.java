package io.millrace.journal.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.Journal;
import io.millrace.journal.model.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** What is in a journal, as text: one line per record, an empty line behind each batch. */
public final class Records {
    private Records() {}

    /** All of a journal. */
    public static List<String> of(final Path dir) {
        return of(dir, ReadOptions.DEFAULTS);
    }

    /** All of a journal. */
    public static List<String> of(final Path dir, final ReadOptions options) {
        try (InputLogReader reader = Journal.open(dir, options)) {
            return rest(reader);
        }
    }

    /** What a reader has not given yet. */
    public static List<String> rest(final InputLogReader reader) {
        final List<String> lines = new ArrayList<>();
        while (reader.next()) {
            add(reader, lines);
            lines.add("");
        }
        return lines;
    }

    /** How many records there are in lines. */
    public static int count(final List<String> lines) {
        return (int) lines.stream().filter(line -> !line.isEmpty()).count();
    }

    /** Adds the records of the batch that a reader is at. */
    public static void add(final InputLogReader reader, final List<String> lines) {
        final UnsafeBuffer buffer = reader.buffer();
        int at = reader.offset();
        while (at < reader.offset() + reader.length()) {
            final int length = RecordLayout.length(buffer, at);
            final byte[] payload = new byte[length - RecordLayout.HEADER];
            buffer.getBytes(at + RecordLayout.HEADER, payload);
            lines.add(RecordLayout.inputSeq(buffer, at) + " " + RecordKind.name(RecordLayout.kind(buffer, at)) + " "
                    + new String(payload, StandardCharsets.UTF_8));
            at += RecordLayout.aligned(length);
        }
    }
}
