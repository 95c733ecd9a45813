package io.millrace.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.support.Context;
import io.millrace.connectors.testing.ExactSinkContract;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, tried on the database that comes with Millrace. */
class JdbcSinkTest {
    private static final UUID JOURNAL = new UUID(1, 2);

    @TempDir
    Path directory;

    private int places;
    private Connection keeper;

    /** A database that nobody has open is written whole each time. */
    @BeforeEach
    void open() throws SQLException {
        keeper = database().open();
    }

    @AfterEach
    void close() throws SQLException {
        keeper.close();
    }

    private Database.Opener database() {
        final String url = "jdbc:h2:file:" + directory.resolve("test") + ";WRITE_DELAY=0";
        return () -> DriverManager.getConnection(url);
    }

    private static ExactSink<Long> open(final TablePlace place, final boolean continues) {
        return (ExactSink<Long>) place.sink().open(new Context(JOURNAL, "out", continues));
    }

    private void execute(final String sql) throws SQLException {
        try (Connection connection = database().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void rowsLeaveExactlyOnce() {
        new ExactSinkContract<>(() -> new TablePlace(database(), "rows_" + places++), number -> number).all();
    }

    @Test
    void writesToAFile() throws SQLException {
        final Path file = directory.resolve("own");
        try (Sink<Long> sink =
                JdbcSink.to(Database.file(file), TablePlace.rows("t")).open(new Context(JOURNAL, "out", false))) {
            sink.accept(1L);
        }
        assertThat(directory.resolve("own.mv.db")).exists();
        final Database.Opener again = () -> DriverManager.getConnection("jdbc:h2:file:" + file);
        assertThat(new TablePlace(again, "t").read()).containsExactly("0:1 it's 1 0.0100000000 1");
    }

    @Test
    void writesManyRowsWithoutAFlush() {
        final TablePlace place = new TablePlace(database(), "many");
        final ExactSink<Long> sink = open(place, false);
        for (long i = 0; i < 2_500; i++) {
            sink.accept(i);
        }
        place.kill(sink);
        assertThat(place.read()).hasSize(2_000);
    }

    @Test
    void withoutAJournalATableHasToBeEmptyAndNothingIsCounted() throws SQLException {
        final TablePlace place = new TablePlace(database(), "plain");
        final Context none = new Context(null, "out", false);
        try (Sink<Long> sink = place.sink().open(none)) {
            assertThat(sink).isNotInstanceOf(ExactSink.class);
            sink.accept(5L);
        }
        assertThat(place.read()).hasSize(1);
        assertThatThrownBy(() -> place.sink().open(none))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("table plain of the test's database has rows");
        execute("delete from plain");
        place.sink().open(none).close();
    }

    @Test
    void saysThatTheConnectionWasLostAndGoesOnAfterwards() {
        final TablePlace place = new TablePlace(database(), "lost");
        final ExactSink<Long> sink = open(place, false);
        sink.accept(0L);
        sink.flush();
        sink.accept(1L);
        place.kill(sink);
        assertThatThrownBy(sink::flush)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("can't write to table lost of the test's database")
                .hasMessageContaining("run again");
        sink.close();
        try (ExactSink<Long> next = open(place, true)) {
            assertThat(next.held()).isEqualTo(1);
            next.accept(1L);
        }
        assertThat(place.read()).hasSize(2);
    }

    @Test
    void refusesARowThatTheDatabaseRefuses() {
        final AtomicReference<String> text = new AtomicReference<>("short");
        final JdbcRows<Long> rows =
                JdbcRows.of("narrow", "said varchar(5)").bind((number, row) -> row.text(text.get()));
        final Sink<Long> sink =
                JdbcSink.to(Database.of("db", database()), rows).open(new Context(JOURNAL, "out", false));
        sink.accept(0L);
        text.set("too long");
        sink.accept(1L);
        assertThatThrownBy(sink::flush)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("table narrow of db")
                .hasMessageContaining("too long");
        sink.close();
        try (ExactSink<Long> next = (ExactSink<Long>)
                JdbcSink.to(Database.of("db", database()), rows).open(new Context(JOURNAL, "out", true))) {
            assertThat(next.held()).isZero();
        }
    }

    @Test
    void refusesASecondWriter() {
        final TablePlace place = new TablePlace(database(), "twice");
        final ExactSink<Long> first = open(place, false);
        final ExactSink<Long> second = open(place, true);
        first.accept(0L);
        first.flush();
        second.accept(0L);
        assertThatThrownBy(second::flush)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("another process writes to the same table");
        second.close();
        first.close();
        assertThat(place.read()).hasSize(1);
    }

    @Test
    void refusesWhatSomethingElseWrote() throws SQLException {
        final TablePlace place = new TablePlace(database(), "foreign_rows");
        execute("create table foreign_rows (id int)");
        assertThatThrownBy(() -> open(place, true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("FOREIGN_ROWS\" already exists");
        execute("drop table foreign_rows");
        open(place, true).close();
        execute("insert into foreign_rows (millrace_item) values (3)");
        assertThatThrownBy(() -> open(place, true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("has a row of item 3, and millrace_outputs counts only 0");
    }

    @Test
    void beginsAnewIfTheTableIsGone() throws SQLException {
        final TablePlace place = new TablePlace(database(), "gone");
        try (ExactSink<Long> sink = open(place, false)) {
            sink.accept(0L);
        }
        execute("drop table gone");
        try (ExactSink<Long> sink = open(place, true)) {
            assertThat(sink.held()).isZero();
        }
    }

    @Test
    void keepsInATableWhatIsCut() throws SQLException {
        final TablePlace place = new TablePlace(database(), "kept");
        try (ExactSink<Long> sink = open(place, false)) {
            List.of(0L, 1L, 2L).forEach(sink::accept);
        }
        for (int to = 2; to >= 1; to--) {
            try (ExactSink<Long> sink = open(place, true)) {
                sink.cutTo(to);
            }
        }
        assertThat(new TablePlace(database(), "kept_cut_1").read()).hasSize(1);
        assertThat(new TablePlace(database(), "kept_cut_2").read()).hasSize(1);
        assertThat(place.read()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;drop table b", "1a", "a.b.c", "a\"", "a--"})
    void refusesWhatIsNoNameOfATable(final String name) {
        assertThatThrownBy(() -> JdbcRows.of(name, "a int")).hasMessageContaining("no name of a table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a int; drop", "a int--", "a 'x'", "a\"b int"})
    void refusesWhatIsNoColumn(final String column) {
        assertThatThrownBy(() -> JdbcRows.of("t", column)).hasMessageContaining("is no column of table t");
    }

    @Test
    void refusesABinderThatGivesTooFewOrTooManyValues() {
        for (final int given : new int[] {1, 3}) {
            final JdbcRows<Long> rows = JdbcRows.of("wrong_" + given, "a int", "b int")
                    .bind((number, row) -> {
                        for (int i = 0; i < given; i++) {
                            row.whole(i);
                        }
                    });
            try (Sink<Long> sink =
                    JdbcSink.to(Database.of("db", database()), rows).open(new Context(JOURNAL, "out", false))) {
                assertThatThrownBy(() -> sink.accept(1L))
                        .hasMessageContaining("has 2 columns, and its binder gives " + given + " values");
            }
        }
    }

    @Test
    void namesADatabaseWithoutItsPassword() {
        assertThatThrownBy(() -> JdbcSink.to(
                                Database.at("jdbc:none://me:secret@nowhere/db?password=secret"), TablePlace.rows("t"))
                        .open(new Context(JOURNAL, "out", false)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("can't reach the database jdbc:none://nowhere/db")
                .hasMessageContaining("driver");
    }
}
