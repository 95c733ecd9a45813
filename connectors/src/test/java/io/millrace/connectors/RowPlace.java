package io.millrace.connectors;

import io.millrace.connectors.testing.Place;
import io.millrace.engine.spi.SinkFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A file that a sink of rows writes to. */
record RowPlace<T>(Path file, SinkFactory<T> sink, boolean header) implements Place<T> {
    @Override
    public List<String> read() {
        try {
            final String text = Files.readString(file);
            // The end of a line within quotes is no end of a row; nothing else in these tests has quotes.
            final List<String> rows = Arrays.stream(text.split("\n(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                    .filter(row -> !row.isEmpty())
                    .toList();
            return header ? rows.subList(1, rows.size()) : rows;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(final byte... bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    void shorten(final int by) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, Math.max(0, bytes.length - by)));
    }
}
