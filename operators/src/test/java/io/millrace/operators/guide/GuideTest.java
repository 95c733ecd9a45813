package io.millrace.operators.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages under {@code docs} show code that is compiled and run here, and what comes out of it. After a change,
 * {@code -Dmillrace.guide.update=true} brings the pages up to date.
 */
class GuideTest {
    private static final boolean UPDATE = Boolean.getBoolean("millrace.guide.update");
    private static final Path PAGES = Path.of("..", "docs");

    @TestFactory
    Stream<DynamicTest> showsWhatRuns() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            final List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(GuideTest::hasExamples)
                    .sorted()
                    .toList();
            assertThat(pages).isNotEmpty();
            return pages;
        }
    }

    private static boolean hasExamples(final Path page) {
        try {
            return GuidePage.hasExamples(Files.readString(page));
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(final Path page) throws IOException {
        final String text = Files.readString(page);
        final String generated = GuidePage.generate(text);
        if (UPDATE) {
            Files.writeString(page, generated);
        } else {
            assertThat(text)
                    .as("%s is not up to date: run this test with -Dmillrace.guide.update=true", page.getFileName())
                    .isEqualTo(generated);
        }
    }
}
