package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.connectors.support.WriterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sinks in a process that is killed several times hold each item once in the end. */
@Timeout(120)
public class KilledSinkTest {
    private static final int KILLS = 4;
    private static final int MOST_FLUSHES = 60;
    public static final long NUMBERS = 5_000;

    /** So many that the writer waits for its output to be read, and is not done before it is killed. */
    private static final long MANY_NUMBERS = 200_000;

    @TempDir
    Path directory;

    public static void killAgainAndAgain(final String kind, final String place, final long numbers)
            throws IOException, InterruptedException {
        final Random random = new Random(42);
        for (int life = 0; life < KILLS; life++) {
            assertThat(WriterProcess.killed(kind, place, life > 0, numbers, 1 + random.nextInt(MOST_FLUSHES)))
                    .isTrue();
        }
        assertThat(WriterProcess.killed(kind, place, true, numbers, Integer.MAX_VALUE))
                .isFalse();
    }

    public static void checkTable(final Connection open) throws SQLException {
        final List<Long> numbers = new ArrayList<>();
        try (open;
                Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select number from " + WriterProcess.TABLE + " order by millrace_item")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        assertThat(numbers).isEqualTo(LongStream.range(0, NUMBERS).boxed().toList());
    }

    @Test
    void csv() throws IOException, InterruptedException {
        final Path file = directory.resolve("numbers.csv");
        killAgainAndAgain("csv", file.toString(), MANY_NUMBERS);
        final List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("number");
        assertThat(lines.subList(1, lines.size()))
                .isEqualTo(LongStream.range(0, MANY_NUMBERS)
                        .mapToObj(Long::toString)
                        .toList());
    }

    @Test
    void h2() throws IOException, InterruptedException, SQLException {
        final Path file = directory.resolve("numbers");
        killAgainAndAgain("h2", file.toString(), NUMBERS);
        checkTable(DriverManager.getConnection("jdbc:h2:file:" + file));
    }
}
