package io.millrace.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.support.Reading;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFeedTest {
    private static final String TABLE = """
            time,text,price
            1,plain,1.5
            2,"a ""quoted"", line
            of two",-2

            3,,0.001\r
            4,"","7"\
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("input");
    }

    private void write(final String text, final boolean compressed) throws IOException {
        final byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (compressed) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            }
        } else {
            bytes.write(plain);
        }
        Files.write(file, bytes.toByteArray());
    }

    private Origin<String> table() {
        return CsvFeed.at(file)
                .timedBy(row -> row.whole("time") * 1_000)
                .rows(Codecs.TEXT, row -> row.text("text") + "|" + row.decimal("price", 3));
    }

    private void append(final String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesLines(final boolean compressed) throws IOException {
        write("one\r\n\ntwo €\nthree", compressed);
        try (Reading<String> reading = Reading.of(LineFeed.at(file).lines())) {
            assertThat(reading.items()).containsExactly("one", "", "two €", "three");
            assertThat(reading.positions()).containsExactly(5L, 6L, 14L, 19L);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesRowsAtTheirTimes(final boolean compressed) throws IOException {
        write(TABLE, compressed);
        try (Reading<String> reading = Reading.of(table())) {
            assertThat(reading.items())
                    .containsExactly("plain|1500", "a \"quoted\", line\nof two|-2000", "|1", "|7000");
            assertThat(reading.times()).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnBehindAnyRow(final boolean compressed) throws IOException {
        final StringBuilder text = new StringBuilder("time,text,price\n");
        for (int i = 0; i < 40; i++) {
            // Some rows are longer than the reader's buffer.
            text.append(i)
                    .append(",\"")
                    .append("x\n".repeat(i % 10 == 0 ? 50_000 : i))
                    .append("\",1\n");
        }
        write(text.toString(), compressed);
        try (Reading<String> whole = Reading.of(table())) {
            for (int given = 0; given <= 40; given++) {
                final long position = given == 0 ? -1 : whole.positions().get(given - 1);
                try (Reading<String> rest = new Reading<>(table(), position).toEnd()) {
                    assertThat(rest.items()).isEqualTo(whole.items().subList(given, 40));
                    assertThat(rest.positions()).isEqualTo(whole.positions().subList(given, 40));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAFileThatIsShorterThanItsPosition(final boolean compressed) throws IOException {
        write("one\ntwo\n", compressed);
        for (final long position : new long[] {9, 100, 1_000_000}) {
            assertThatThrownBy(() -> new Reading<>(LineFeed.at(file).lines(), position))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(file + " ends before byte " + position);
        }
        new Reading<>(LineFeed.at(file).lines(), 8).toEnd().close();
        assertThatThrownBy(() -> new Reading<>(LineFeed.at(file).lines(), 3))
                .hasMessageContaining("no line that begins at byte 3");
    }

    @Test
    void followsAFileThatGrows() throws IOException {
        write("one\ntw", false);
        try (Reading<String> reading = new Reading<>(LineFeed.at(file).follow().lines(), -1)) {
            reading.until(() -> reading.items().size() == 1);
            append("o\nthr");
            reading.until(() -> reading.items().size() == 2);
            append("ee\nfour\n");
            reading.until(() -> reading.items().size() == 4);
            assertThat(reading.items()).containsExactly("one", "two", "three", "four");
            assertThat(reading.positions()).containsExactly(4L, 8L, 14L, 19L);
            write("", false);
            assertThatThrownBy(reading::toEnd).hasMessageContaining("was made shorter");
        }
    }

    @Test
    void fillsAReusedItem() throws IOException {
        write("n\n1\n2\n", false);
        final ItemType<long[], long[]> type = ItemType.of(
                "one", () -> new long[1], (item, out) -> out.putLong(item[0]), (item, in) -> item[0] = in.takeLong());
        final List<Long> read = new ArrayList<>();
        try (Reading<long[]> reading =
                Reading.of(CsvFeed.at(file).rows(type, (row, item) -> item[0] += row.whole("n")))) {
            reading.items().forEach(item -> read.add(item[0]));
        }
        assertThat(read).containsExactly(1L, 2L);
    }

    @Test
    void readsOtherSeparatorsAndFilesWithoutAHeader() throws IOException {
        write("1;\"a;b\";2,5\n", false);
        final CsvFeed feed = CsvFeed.at(file).separator(';').columns("n", "text", "more");
        assertThat(Reading.of(feed.rows(Codecs.TEXT, CsvRow::toString)).items())
                .containsExactly("[n=1, text=a;b, more=2,5]");
    }

    @Test
    void readsAHeaderBehindAMark() throws IOException {
        write("\uFEFFa,\"b\"\n1,2\n", false);
        assertThat(Reading.of(CsvFeed.at(file).rows(Codecs.TEXT, CsvRow::toString))
                        .items())
                .containsExactly("[a=1, b=2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "x,b,1 # column 'time': 'x' is no number",
                "3,b # the row has 2 fields, and there are 3 columns: time, text, price",
                "3,b,1,2 # the row has 4 fields",
                "3,b,1.2345 # column 'price': '1.2345' has more than 3 digits behind the point",
                "3,b,99999999999999999999 # is too large for its scale",
                "3,b, # column 'price': '' is no number",
                "3,b,1.2.3 # is no number",
            })
    void namesFileLineAndColumnOfWhatIsWrongAfterAllBeforeIt(final String bad, final String reason) throws IOException {
        write("time,text,price\n1,\"two\nlines\",1\n2,a,1\n" + bad + "\n5,c,1\n", false);
        for (final boolean timed : new boolean[] {true, false}) {
            final Origin<String> live = CsvFeed.at(file)
                    .rows(Codecs.TEXT, row -> row.text("text") + row.decimal("price", 3) + row.whole("time"));
            final Reading<String> reading = new Reading<>(timed ? table() : live, -1);
            assertThatThrownBy(reading::toEnd)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("file " + file + ", line 5: ")
                    .hasMessageContaining(reason);
            assertThat(reading.items()).hasSize(2);
            reading.close();
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> Reading.of(LineFeed.at(file).lines())).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Reading.of(LineFeed.at(directory).lines())).hasMessageContaining("is no regular file");
        write("", false);
        assertThatThrownBy(() -> Reading.of(table())).hasMessageContaining("has no header");
        write("a,a\n", false);
        assertThatThrownBy(() -> Reading.of(table())).hasMessageContaining("line 1: two columns are named 'a'");
        write("a,b\n1,2\n", false);
        assertThatThrownBy(() -> Reading.of(table())).hasMessageContaining("there is no column 'time', but a, b");
        write("one\n".repeat(10_000), true);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        assertThatThrownBy(() -> Reading.of(LineFeed.at(file).lines()))
                .hasMessageContaining("in the middle of its compressed data");
        assertThatThrownBy(() -> Reading.of(LineFeed.at(file).follow().lines()))
                .hasMessageContaining("is compressed, and can't be followed");
        assertThatThrownBy(() -> LineFeed.at(file).follow().timedBy(line -> 0).lines())
                .hasMessageContaining("can't be followed by times");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-1.5, 1, -15",
        "+2, 2, 200",
        ".5, 1, 5",
        "5., 1, 50",
        "1.500, 1, 15",
        "-9223372036854775808, 0, -9223372036854775808",
        "9223372036854775807, 0, 9223372036854775807"
    })
    void readsDecimalsExactly(final String text, final int scale, final long value) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(DecimalText.scaled(bytes, 0, bytes.length, scale)).isEqualTo(value);
    }
}
