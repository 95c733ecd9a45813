package io.millrace.connectors;

import io.millrace.connectors.file.RowFile;
import io.millrace.connectors.text.RowEnds;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;

/** Opens sinks of rows: exact ones where there is a journal to count by and a file to count in. */
final class RowSinks {
    private RowSinks() {}

    static <T> SinkFactory<T> to(final TextTarget target, final RowFormat.Factory<T> format, final RowEnds ends) {
        return context -> open(target, format.create(context), ends, context);
    }

    private static <T> Sink<T> open(
            final TextTarget target, final RowFormat<T> format, final RowEnds ends, final SinkContext context) {
        final RowBuffer<T> rows = new RowBuffer<>(format, ends);
        if (context != null && context.journalId() != null && target instanceof TextTarget.File file && file.keeps()) {
            file.check(context.continues());
            final RowFile held = RowFile.open(file.path(), context, format.header(), ends);
            return new ExactRowSink<>(file, held, rows, context);
        }
        if (!format.header().isEmpty()) {
            rows.addHeader(format.header());
        }
        return new RowSink<>(target, target.open(), rows);
    }
}
