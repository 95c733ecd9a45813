package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cases in which we do otherwise than the peer, on purpose, and what we do there. */
final class Deviations {
    private static final String FILE = "deviations.yaml";
    private static final Set<String> ABOUT = Set.of("case", "letter", "why");
    private static final Map<String, Row> BY_CASE = read();

    private Deviations() {}

    private static Map<String, Row> read() {
        final Map<String, Row> byCase = new HashMap<>();
        try (InputStream in = Deviations.class.getResourceAsStream(FILE)) {
            for (final Object one : Values.listOf(CaseFile.parse(in).get("deviations"))) {
                final Row row = new Row(FILE, Values.mapOf(one));
                assertThat(row.text("letter")).matches("[a-t]|none");
                assertThat(row.text("why")).isNotBlank();
                byCase.put(row.text("case"), row);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return byCase;
    }

    /** The case as it is for us; fails if a deviation says no more than the case does. */
    static Row applied(final Row row) {
        final Row deviation = BY_CASE.get(row.name());
        if (deviation == null) {
            return row;
        }
        final Map<Object, Object> fields = new LinkedHashMap<>(deviation.fields());
        fields.keySet().removeAll(ABOUT);
        final Row ours = row.with(fields);
        assertThat(List.of(ours.fields()))
                .as("deviation (%s): %s", deviation.text("letter"), deviation.text("why"))
                .isNotEqualTo(List.of(row.fields()));
        return ours;
    }
}
