package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksums of recorded books, read from frames in a simple way that knows their order of fields. */
class RecordedBooksTest {
    private static final Path DATA = Path.of(System.getProperty("millrace.shared", "../../shared"), "data");
    private static final Pattern OKX_LEVEL = Pattern.compile("\\[\"([^\"]+)\",\"([^\"]+)\",\"[^\"]*\",\"[^\"]*\"]");
    private static final Pattern OKX_INSTRUMENT = Pattern.compile("\"instId\":\"([^\"]+)\"");
    private static final Pattern KRAKEN_LEVEL = Pattern.compile("\\{\"price\":([0-9.]+),\"qty\":([0-9.]+)}");
    private static final Pattern CHECKSUM = Pattern.compile("\"checksum\":(-?[0-9]+)");

    private static Path require(final String path) {
        final Path file = DATA.resolve(path);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "needs recorded data: " + file + " (or -Dmillrace.shared=...)");
        return file;
    }

    private static String levels(final String frame, final Pattern level) {
        final int bids = frame.indexOf("\"bids\"");
        final int asks = frame.indexOf("\"asks\"");
        final String ofBids = bids < asks ? frame.substring(bids, asks) : frame.substring(bids);
        final String ofAsks = bids < asks ? frame.substring(asks) : frame.substring(asks, bids);
        return side(ofBids, level) + " |" + side(ofAsks, level);
    }

    private static String side(final String text, final Pattern level) {
        final StringBuilder side = new StringBuilder();
        final Matcher matcher = level.matcher(text);
        while (matcher.find()) {
            side.append(' ').append(matcher.group(1)).append('x').append(matcher.group(2));
        }
        return side.toString();
    }

    private static int checksum(final String frame) {
        final Matcher matcher = CHECKSUM.matcher(frame);
        assertThat(matcher.find()).isTrue();
        return (int) Long.parseLong(matcher.group(1));
    }

    @Test
    void okx() throws IOException {
        final BookRig rig = new BookRig(BookRule.PREVIOUS_ID);
        final Map<String, Integer> instruments = new HashMap<>();
        int matched = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(require("okx/OKX.ws.1.0.gz")))) {
            for (final String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.contains("\"checksum\"")) {
                    continue;
                }
                final Matcher matcher = OKX_INSTRUMENT.matcher(line);
                assertThat(matcher.find()).isTrue();
                final int instrument = instruments.computeIfAbsent(matcher.group(1), name -> {
                    rig.define(10 + instruments.size(), BookRule.PREVIOUS_ID, BookChecksum.OKX, 0);
                    return 10 + instruments.size();
                });
                final Updates updates = new Updates().instrument(instrument).checksum(checksum(line));
                if (line.contains("\"snapshot\"")) {
                    updates.snapshot();
                }
                assertThat(rig.give(updates, levels(line, OKX_LEVEL)))
                        .noneMatch(out -> out.startsWith("INVALID") || out.startsWith("ask"));
                matched++;
            }
        }
        assertThat(matched).isEqualTo(290);
    }

    @ParameterizedTest
    @CsvSource({
        "kraken_v2_algousd_d10_20241003.ndjson, 10",
        "kraken_v2_minagbp_d25_20260816_book.ndjson, 25",
        "kraken_v2_doc_checksum_example.json, 10"
    })
    void kraken(final String file, final int depth) throws IOException {
        final BookRig rig = new BookRig(BookRule.UNNUMBERED, BookChecksum.KRAKEN, depth, BookSettings.USUAL);
        final List<String> lines = Files.readAllLines(require("kraken/" + file));
        int matched = 0;
        for (final String line : lines) {
            if (line.contains("\"checksum\"")) {
                final Updates updates = new Updates().checksum(checksum(line));
                if (line.contains("\"snapshot\"")) {
                    updates.snapshot();
                }
                assertThat(rig.give(updates, levels(line, KRAKEN_LEVEL)))
                        .noneMatch(out -> out.startsWith("INVALID") || out.startsWith("ask"));
                matched++;
            }
        }
        assertThat(matched).isGreaterThan(0);
    }
}
