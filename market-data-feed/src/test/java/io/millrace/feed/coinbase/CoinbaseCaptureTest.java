package io.millrace.feed.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.CaptureBooks;
import io.millrace.feed.support.SharedData;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recorded capture of the Exchange feed, whole. */
class CoinbaseCaptureTest {
    private final Map<Integer, String> best = new HashMap<>();
    private int tickers;
    private int equal;

    /** Of the tickers, ten come before their book. */
    @Test
    void keepsBooksWhoseBestBidsAndOffersAreThoseOfTheTicker() throws InterruptedException {
        final CaptureBooks books = new CaptureBooks(
                        CoinbaseVenue.EXCHANGE, SharedData.require("coinbase/COINBASE.ws.28.0.gz"))
                .onChange(book -> best.put(
                        book.instrumentId(), book.bidPrice(0) + " " + book.askPrice(0) + " " + book.priceScale()))
                .onTicker(quote -> {
                    tickers++;
                    if ((quote.bidPrice() + " " + quote.askPrice() + " " + quote.priceScale())
                            .equals(best.get(quote.instrumentId()))) {
                        equal++;
                    }
                })
                .run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 10L));
        assertThat(books.updates()).isEqualTo(9_719 + 10);
        assertThat(books.counted("frames malformed: book")).isZero();
        assertThat(books.counted("frames of past trades skipped")).isEqualTo(10);
        assertThat(books.counted("requests accepted")).isEqualTo(3);
        assertThat(tickers).isEqualTo(107);
        assertThat(equal).isEqualTo(100);
    }
}
