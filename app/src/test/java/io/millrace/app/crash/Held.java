package io.millrace.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.journal.output.OutputLogReader;
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

/** What the sinks of a flow hold. */
record Held(String csv, String json, List<String> told, List<String> matches) {

    /** Reads the sinks of a flow that has ended. */
    static Held in(final Path sinks) throws IOException, SQLException {
        return new Held(
                Files.readString(sinks.resolve(CrashFlow.CSV)),
                Files.readString(sinks.resolve(CrashFlow.JSON)),
                told(sinks.resolve(CrashFlow.LOG)),
                matches(sinks.resolve(CrashFlow.DATABASE)));
    }

    private static List<String> told(final Path log) {
        final List<String> items = new ArrayList<>();
        try (OutputLogReader<String> reader = OutputLogReader.open(log, Codecs.TEXT)) {
            while (reader.next()) {
                assertThat(reader.number()).isEqualTo(items.size());
                items.add(reader.item());
            }
        }
        return items;
    }

    private static List<String> matches(final Path database) throws SQLException {
        final List<String> rows = new ArrayList<>();
        try (Connection open = DriverManager.getConnection("jdbc:h2:file:" + database.toAbsolutePath());
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(
                        "select millrace_item, text from " + CrashFlow.DATABASE + " order by millrace_item")) {
            while (row.next()) {
                assertThat(row.getLong(1)).isEqualTo(rows.size());
                rows.add(row.getString(2));
            }
        }
        return rows;
    }

    /** Fails unless other sinks hold just the same; says where they begin to differ. */
    void requireSame(final Held other, final String evidence) {
        requireSame("CSV", csv.lines().toList(), other.csv.lines().toList(), evidence);
        requireSame("JSON lines", json.lines().toList(), other.json.lines().toList(), evidence);
        requireSame("output log", told, other.told, evidence);
        requireSame("JDBC", matches, other.matches, evidence);
        assertThat(other).as(evidence).isEqualTo(this);
    }

    private static void requireSame(
            final String sink, final List<String> expected, final List<String> found, final String evidence) {
        int same = 0;
        while (same < Math.min(expected.size(), found.size())
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        assertThat(found.subList(same, Math.min(found.size(), same + 3)))
                .as("%s: %d items instead of %d, from %d on; %s", sink, found.size(), expected.size(), same, evidence)
                .isEqualTo(expected.subList(same, Math.min(expected.size(), same + 3)));
    }

    /** Fails unless what the files of a killed process hold is the beginning of this. */
    void requireBeginsWith(final Path sinks, final String evidence) throws IOException {
        if (Files.exists(sinks.resolve(CrashFlow.CSV))) {
            assertThat(csv.startsWith(Files.readString(sinks.resolve(CrashFlow.CSV))))
                    .as("CSV, %s", evidence)
                    .isTrue();
        }
        if (Files.exists(sinks.resolve(CrashFlow.JSON))) {
            assertThat(json.startsWith(Files.readString(sinks.resolve(CrashFlow.JSON))))
                    .as("JSON lines, %s", evidence)
                    .isTrue();
        }
    }
}
