package io.millrace.operators.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The file of cases, which stands beside the repository on some machines and is not part of it. */
final class CaseFile {
    private static final Path FILE =
            Path.of(System.getProperty("millrace.shared", "../../shared"), "cases", "dataflow-cases.yaml");

    private final Map<String, Row> cases = new LinkedHashMap<>();

    private CaseFile(final Map<Object, Object> parsed) {
        for (final Object one : Values.listOf(parsed.get("cases"))) {
            final Row row = new Row((String) Values.mapOf(one).get("id"), Values.mapOf(one));
            if (cases.put(row.name(), row) != null) {
                throw new AssertionError("two cases with the id '" + row.name() + "'");
            }
        }
    }

    static boolean isThere() {
        return Files.exists(FILE);
    }

    /** The file; without it the test is skipped. */
    static CaseFile require() {
        Assumptions.assumeTrue(isThere(), () -> "needs the cases of " + FILE + " (or -Dmillrace.shared=...)");
        try (InputStream in = Files.newInputStream(FILE)) {
            return new CaseFile(parse(in));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of the same form holds. */
    static Map<Object, Object> parse(final InputStream in) {
        final LoadSettings settings = LoadSettings.builder().build();
        return Values.mapOf(Values.of(new Load(settings).loadFromInputStream(in)));
    }

    /** Cases, one for each row of those that have a table. A case that uses another's data gets its fields. */
    List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        for (final Row one : cases.values()) {
            final Row row = one.has("uses") ? cases.get(one.text("uses")).with(one.fields()) : one;
            if (!row.has("op")) {
                continue; // only data for others
            }
            if (row.has("table")) {
                rows.addAll(ofTable(new Row(one.name(), row.fields())));
            } else {
                rows.add(new Row(one.name(), row.fields()));
            }
        }
        return rows;
    }

    /** A case, not its rows. */
    Row row(final String id) {
        return cases.get(id);
    }

    private static List<Row> ofTable(final Row row) {
        final List<Row> rows = new ArrayList<>();
        for (final Object entry : row.list("table")) {
            final Row merged = row.with(Values.mapOf(entry));
            rows.add(new Row(row.name() + "[" + rows.size() + "]", merged.fields()));
        }
        return rows;
    }
}
