package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SinkContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The row of {@code millrace_outputs} that says what a table holds.
 *
 * <pre>
 *   target (key)   journal   step      held
 *   candles        5e0b...   candles   1200
 * </pre>
 */
final class OutputCount {
    private static final String CREATE = "create table if not exists millrace_outputs (target varchar(200) primary key,"
            + " journal varchar(36) not null, step varchar(1000) not null, held bigint not null)";
    private static final String LOCK = "update millrace_outputs set held = held where target = ?";
    private static final String READ = "select journal, step, held from millrace_outputs where target = ?";
    private static final String DELETE = "delete from millrace_outputs where target = ?";
    private static final String INSERT =
            "insert into millrace_outputs (target, journal, step, held) values (?, ?, ?, 0)";
    private static final String MOVE =
            "update millrace_outputs set held = ? where target = ? and journal = ? and step = ? and held = ?";

    private final TableConnection connection;
    private final String target;
    private final UUID journal;
    private final String step;
    private long held;

    private record Owner(String journal, String step, long held) {}

    private OutputCount(final TableConnection connection, final String target, final SinkContext context) {
        this.connection = connection;
        this.target = target;
        this.journal = context.journalId();
        this.step = context.stepId();
    }

    /**
     * Finds or makes the row, and the table.
     *
     * @throws ConnectorException if the table is another's; names both
     */
    static OutputCount open(final TableConnection connection, final String target, final SinkContext context) {
        final OutputCount count = new OutputCount(connection, target, context);
        connection.execute("count the rows of", CREATE);
        final Owner owner = connection.run("count the rows of", count::owner);
        final boolean there = connection.hasTable();
        final long last = there ? connection.lastItem() : TableConnection.NO_ITEM;
        final boolean ours = count.isOurs(owner, context.continues(), last);
        connection.make();
        if (ours && there) {
            count.held = count.checked(owner, last);
        } else {
            connection.run("count the rows of", count::insert);
        }
        return count;
    }

    /** Reads the row; first waits until no transaction of a process that died is open any more. */
    private Owner owner(final Connection open) throws SQLException {
        try (PreparedStatement lock = open.prepareStatement(LOCK);
                PreparedStatement read = open.prepareStatement(READ)) {
            lock.setString(1, target);
            lock.executeUpdate();
            read.setString(1, target);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? new Owner(row.getString(1), row.getString(2), row.getLong(3)) : null;
            }
        }
    }

    private boolean isOurs(final Owner owner, final boolean continues, final long last) {
        final boolean sameJournal = owner != null && owner.journal.equals(journal.toString());
        if (owner != null && (continues || sameJournal) && !(sameJournal && owner.step.equals(step))) {
            throw new ConnectorException("table " + connection.name() + " holds output of step '" + owner.step
                    + "' of journal " + owner.journal + ", and is wanted for step '" + step + "' of journal " + journal
                    + ": name another table, or drop it and delete its row of millrace_outputs");
        }
        if (last != TableConnection.NO_ITEM && (owner == null || !continues)) {
            throw new ConnectorException("table " + connection.name() + " has rows that are not of this journal: drop"
                    + " it, then it is written anew from the journal, or name another table");
        }
        return owner != null && continues;
    }

    private long checked(final Owner owner, final long last) {
        if (last >= owner.held) {
            throw new ConnectorException("table " + connection.name() + " has a row of item " + last
                    + ", and millrace_outputs counts only " + owner.held
                    + ": rows were added by something else; delete them, or drop the table and its row of"
                    + " millrace_outputs, then it is written anew from the journal");
        }
        return owner.held;
    }

    private Void insert(final Connection open) throws SQLException {
        try (PreparedStatement delete = open.prepareStatement(DELETE);
                PreparedStatement insert = open.prepareStatement(INSERT)) {
            delete.setString(1, target);
            delete.executeUpdate();
            insert.setString(1, target);
            insert.setString(2, journal.toString());
            insert.setString(3, step);
            insert.executeUpdate();
            open.commit();
            return null;
        }
    }

    /** Rows that are there for good. */
    long held() {
        return held;
    }

    /** Moves the count, in the transaction that is open; fails if another process has moved it. */
    void move(final Connection open, final long to) throws SQLException {
        try (PreparedStatement move = open.prepareStatement(MOVE)) {
            move.setLong(1, to);
            move.setString(2, target);
            move.setString(3, journal.toString());
            move.setString(4, step);
            move.setLong(5, held);
            if (move.executeUpdate() != 1) {
                throw new SQLException("millrace_outputs no longer counts " + held
                        + " rows: another process writes to the same table, stop one of them");
            }
        }
    }

    /** The transaction was committed. */
    void moved(final long to) {
        held = to;
    }
}
