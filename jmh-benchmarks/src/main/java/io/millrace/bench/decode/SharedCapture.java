package io.millrace.bench.decode;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where recorded captures are, if there are any: beside the project, or where {@code millrace.shared} says. */
public final class SharedCapture {
    private static final Path DATA = Path.of(System.getProperty("millrace.shared", "../shared"), "data");
    private static final String NAME = "btcusdt_20240808.gz";

    private SharedCapture() {}

    /** Whether there is one of this market, {@code usdm} or {@code spot}. */
    public static boolean isRecorded(final String market) {
        return Files.isReadable(of(market));
    }

    /** The capture of a market. */
    public static Path of(final String market) {
        return DATA.resolve("binance-" + market).resolve(NAME);
    }

    /** How it is called in reports. */
    static String name(final String market) {
        return "capture binance-" + market + "/" + NAME;
    }
}
