package io.millrace.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2 defines it: 4.5 for text, 3 for what is drawn. */
class PaletteTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isLegible(final boolean dark) throws IOException {
        final Map<String, Integer> colours = colours(dark);
        for (final String text : new String[] {"ink", "soft", "accent", "good", "bad"}) {
            assertContrast(colours, text, "paper", 4.5);
        }
        assertContrast(colours, "ink", "raised", 4.5);
        assertContrast(colours, "good", "good-paper", 4.5);
        assertContrast(colours, "bad", "bad-paper", 4.5);
        for (int series = 0; series < 8; series++) {
            assertContrast(colours, "s" + series, "paper", 3);
        }
    }

    private static void assertContrast(
            final Map<String, Integer> colours, final String front, final String back, final double least) {
        final double a = luminance(colours.get(front));
        final double b = luminance(colours.get(back));
        final double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertThat(contrast).as(front + " on " + back).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, Integer> colours(final boolean dark) throws IOException {
        final String css;
        try (InputStream resource = HtmlReport.class.getResourceAsStream("report.css")) {
            css = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        final int darkStart = css.indexOf("prefers-color-scheme: dark");
        final String part = dark ? css.substring(darkStart) : css.substring(0, darkStart);
        final Map<String, Integer> colours = new HashMap<>();
        final Matcher matcher = COLOUR.matcher(part);
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    private static double luminance(final int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(final int channel) {
        final double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
