package io.millrace.connectors;

import io.millrace.connectors.testing.ExactSinkContract;
import io.millrace.connectors.text.JsonRow;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sinks of rows promise, tried on files. */
class ExactRowsTest {
    @TempDir
    Path directory;

    private int places;

    private static RowFormat<Long> csv(final boolean quoted) {
        return new RowFormat<>() {
            @Override
            public String header() {
                return "number,text";
            }

            @Override
            public void write(final Long item, final TextBuffer row) {
                row.append(item).append(',');
                if (quoted) {
                    row.appendQuoted("line\nof " + item + ", \"said\" he\n");
                } else {
                    row.append("plain");
                }
            }
        };
    }

    private static RowFormat<Long> json() {
        final JsonRow json = new JsonRow();
        return new RowFormat<>() {
            @Override
            public String header() {
                return "";
            }

            @Override
            public void write(final Long item, final TextBuffer row) {
                json.begin(row).whole("number", item).text("text", "line\nof").end();
            }
        };
    }

    private ExactSinkContract<Long, RowPlace<Long>> contract(
            final Function<TextTarget, SinkFactory<Long>> sink, final boolean header) {
        return new ExactSinkContract<>(
                () -> {
                    final Path file = directory.resolve("rows-" + places++);
                    return new RowPlace<>(file, sink.apply(new TextTarget.File(file)), header);
                },
                number -> number);
    }

    private static void tornRows(final ExactSinkContract<Long, RowPlace<Long>> contract) {
        contract.tornBy(place -> place.append(new byte[5_000]))
                .tornBy(place -> place.append("7,x\0\n8,y\n".getBytes(StandardCharsets.UTF_8)))
                .tornBy(place -> place.shorten(1))
                .tornBy(place -> place.shorten(3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void csvLeavesExactlyOnce(final boolean quoted) {
        final var contract = contract(target -> CsvSink.to(target, context -> csv(quoted)), true);
        contract.tornBy(place -> place.append("7,\"ha\nlf".getBytes(StandardCharsets.UTF_8)));
        tornRows(contract);
        contract.all();
    }

    @Test
    void linesOfJsonLeaveExactlyOnce() {
        final var contract = contract(target -> JsonLinesSink.to(target, context -> json()), false);
        contract.tornBy(place -> place.append("{\"number\":1}".getBytes(StandardCharsets.UTF_8)));
        tornRows(contract);
        contract.all();
    }

    @Test
    void linesOfTextLeaveExactlyOnce() {
        final var contract = contract(Lines::to, false);
        contract.tornBy(place -> place.append(new byte[1]));
        contract.all();
    }
}
