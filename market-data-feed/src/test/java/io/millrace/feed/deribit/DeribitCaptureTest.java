package io.millrace.feed.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.CaptureBooks;
import io.millrace.feed.support.SharedData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recorded capture, whole: a book that misses a change would become invalid. */
class DeribitCaptureTest {

    @Test
    void keepsAllBooksWithoutAGap() throws InterruptedException {
        final CaptureBooks books =
                new CaptureBooks(DeribitVenue.ALL, SharedData.require("deribit/DERIBIT.ws.1.0.gz")).run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 10L));
        assertThat(books.updates()).isEqualTo(10 + 36);
        assertThat(books.counted("frames malformed: book")).isZero();
        assertThat(books.counted("frames of unknown type")).isZero();
    }
}
