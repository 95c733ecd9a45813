package io.millrace.app.flow;

import io.millrace.connectors.CsvSink;
import io.millrace.connectors.Discard;
import io.millrace.connectors.RowFormat;
import io.millrace.connectors.TextTarget;
import io.millrace.engine.spi.SinkFactory;

/** Where a flow's items go, as rows of whatever form they have. */
public interface Rows {
    /** Nowhere. */
    Rows NOWHERE = new Rows() {
        @Override
        public <T> SinkFactory<T> of(final RowFormat.Factory<T> format) {
            return Discard.all();
        }
    };

    /** A sink of rows. */
    <T> SinkFactory<T> of(RowFormat.Factory<T> format);

    /** CSV with a header, in a file or on standard output. */
    static Rows csv(final TextTarget target) {
        return new Rows() {
            @Override
            public <T> SinkFactory<T> of(final RowFormat.Factory<T> format) {
                return CsvSink.to(target, format);
            }
        };
    }
}
