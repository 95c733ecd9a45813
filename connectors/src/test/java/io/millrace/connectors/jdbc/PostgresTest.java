package io.millrace.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.KilledSinkTest;
import io.millrace.connectors.support.Context;
import io.millrace.connectors.testing.ExactSinkContract;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables of PostgreSQL; skipped where there is none. */
@Timeout(180)
class PostgresTest {
    private static PostgresServer server;

    private int places;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static ExactSink<Long> open(final TablePlace place, final boolean continues) {
        return (ExactSink<Long>) place.sink().open(new Context(new UUID(1, 2), "out", continues));
    }

    @Test
    void rowsLeaveExactlyOnce() {
        new ExactSinkContract<>(() -> new TablePlace(server::open, "rows_" + places++), number -> number).all();
    }

    @Test
    void rowsOfAKilledProcessAreThereOnce() throws IOException, InterruptedException, SQLException {
        KilledSinkTest.killAgainAndAgain("postgres", server.url(), KilledSinkTest.NUMBERS);
        KilledSinkTest.checkTable(server.open());
    }

    @Test
    void saysThatTheServerEndedTheConnectionAndGoesOn() throws SQLException {
        final TablePlace place = new TablePlace(server::open, "ended");
        final ExactSink<Long> sink = open(place, false);
        sink.accept(0L);
        sink.flush();
        sink.accept(1L);
        try (Connection connection = server.open();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = 'postgres'");
        }
        assertThatThrownBy(sink::flush)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("table ended")
                .hasMessageContaining("terminating connection");
        sink.close();
        goOn(place);
    }

    private static void goOn(final TablePlace place) {
        try (ExactSink<Long> next = open(place, true)) {
            assertThat(next.held()).isEqualTo(1);
            next.accept(1L);
        }
        assertThat(place.read()).hasSize(2);
    }

    @Test
    void goesOnAfterTheServerItselfCrashed() throws IOException {
        final TablePlace place = new TablePlace(server::open, "crashed");
        final ExactSink<Long> sink = open(place, false);
        sink.accept(0L);
        sink.flush();
        sink.accept(1L);
        server.crash();
        assertThatThrownBy(sink::flush).isInstanceOf(ConnectorException.class);
        sink.close();
        server.begin();
        goOn(place);
    }
}
