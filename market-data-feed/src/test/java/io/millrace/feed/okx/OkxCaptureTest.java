package io.millrace.feed.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.CaptureBooks;
import io.millrace.feed.support.SharedData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recorded capture, whole: a book that fails a checksum would become invalid. */
class OkxCaptureTest {

    @Test
    void matchesAllChecksums() throws InterruptedException {
        final CaptureBooks books = new CaptureBooks(OkxVenue.ALL, SharedData.require("okx/OKX.ws.1.0.gz")).run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 3L));
        assertThat(books.updates()).isEqualTo(290);
        assertThat(books.counted("frames malformed: book")).isZero();
        assertThat(books.counted("frames malformed: other")).isZero();
        assertThat(books.counted("frames of unknown type")).isZero();
    }
}
