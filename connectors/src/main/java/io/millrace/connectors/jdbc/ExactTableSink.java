package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes rows and their count. */
final class ExactTableSink<T> extends TableSink<T> implements ExactSink<T> {
    private static final String H2 = "H2";

    private final SinkContext context;
    private final OutputCount count;
    private final CutTable cut;
    private final long held;

    ExactTableSink(
            final TableConnection connection,
            final JdbcRows<T> rows,
            final SinkContext context,
            final OutputCount count) {
        super(connection, rows, context);
        this.context = context;
        this.count = count;
        this.cut = new CutTable(rows.table());
        this.held = count.held();
        startAt(held);
    }

    @Override
    public long held() {
        return held;
    }

    @Override
    long free(final long behind) {
        return Math.max(0, context.committable() - behind);
    }

    @Override
    void counted(final Connection open, final long to) throws SQLException {
        count.move(open, to);
    }

    @Override
    void committed(final long to) {
        count.moved(to);
    }

    /** Others have a commit on the disk when it is done. */
    @Override
    public void sync() {
        connection().run("write out", open -> {
            if (open.getMetaData().getDatabaseProductName().equals(H2)) {
                try (Statement statement = open.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            }
            return null;
        });
    }

    @Override
    public void cutTo(final long to) {
        if (to < written()) {
            connection().run("cut", open -> {
                cut.keep(open, to);
                count.move(open, to);
                cut.delete(open, to);
                open.commit();
                return null;
            });
            committed(to);
            startAt(to);
        }
    }
}
