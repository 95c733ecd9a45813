package io.millrace.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.CaptureBooks;
import io.millrace.feed.support.SharedData;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded captures, whole: a book that fails a checksum would become invalid. */
class KrakenCaptureTest {

    @ParameterizedTest
    @CsvSource({"0", "1000"})
    void matchesAllChecksumsOfVersion1(final int depth) throws InterruptedException {
        final CaptureBooks books = new CaptureBooks(KrakenVenue.SPOT, SharedData.require("kraken/KRAKEN.ws.50.0.gz"))
                .depth(depth)
                .run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 10L));
        assertThat(books.updates()).isEqualTo(4_269 + 10);
        assertThat(books.counted("frames malformed")).isZero();
        assertThat(books.counted("frames of unknown type")).isZero();
        assertThat(books.counted("requests accepted")).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"kraken_v2_algousd_d10_20241003.ndjson, 2", "kraken_v2_minagbp_d25_20260816_book.ndjson, 30"})
    void matchesAllChecksumsOfVersion2(final String file, final int messages) throws InterruptedException {
        final CaptureBooks books = new CaptureBooks(KrakenVenue.SPOT, SharedData.require("kraken/" + file)).run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 1L));
        assertThat(books.updates()).isEqualTo(messages);
        assertThat(books.counted("frames malformed")).isZero();
    }

    @Test
    void matchesTheChecksumOfTheDocumentation() throws InterruptedException {
        final CaptureBooks books = new CaptureBooks(
                        KrakenVenue.SPOT, SharedData.require("kraken/kraken_v2_doc_checksum_example.json"))
                .run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 1L));
    }
}
