package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What venues say of instruments: steps, which tell how many digits prices and sizes have. */
class VenueInstrumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kraken | BTC/USD | {'channel':'instrument','type':'snapshot','data':{'assets':[],'pairs':[{'symbol':'X/Y',"
                        + "'qty_increment':1,'price_increment':1},{'symbol':'BTC/USD','status':'online',"
                        + "'qty_increment':1e-08,'price_increment':0.1}]}} | 1 | 8",
                "okx | BTC-USDT-SWAP | {'code':'0','msg':'','data':[{'instId':'BTC-USDT-SWAP','tickSz':'0.1','lotSz':'0.01',"
                        + "'state':'live','expTime':''}]} | 1 | 2",
                "deribit | BTC-PERPETUAL | {'jsonrpc':'2.0','result':{'tick_size':0.5,'min_trade_amount':10.0,'is_active':true,"
                        + "'instrument_name':'BTC-PERPETUAL'}} | 1 | 0",
                "deribit | BTC-X | {'jsonrpc':'2.0','result':[{'tick_size':1e-4,'min_trade_amount':0.1,'is_active':true,"
                        + "'instrument_name':'BTC-X'}]} | 4 | 1",
                "coinbase | BTC-USD | {'id':'BTC-USD','quote_increment':'0.01','base_increment':'0.00000001','status':'online'}"
                        + " | 2 | 8",
                "coinbase | BTC-USD | [{'id':'A-B','quote_increment':'1','base_increment':'1'},{'id':'BTC-USD',"
                        + "'quote_increment':'0.01','base_increment':'0.00000001','status':'online'}] | 2 | 8",
                "coinbase-advanced | BTC-USD | {'product_id':'BTC-USD','price':'1','quote_increment':'0.01',"
                        + "'base_increment':'0.00000001','status':'online'} | 2 | 8"
            })
    void tellsScales(
            final String venue, final String symbol, final String frame, final int priceScale, final int sizeScale) {
        final Decoding decoding = new Decoding(Venues.find(venue)).expecting(symbol);
        assertThat(decoding.decode(frame)).isEqualTo(FrameResult.INSTRUMENTS);
        assertThat(decoding.instruments().priceScale(0)).isEqualTo(priceScale);
        assertThat(decoding.instruments().sizeScale(0)).isEqualTo(sizeScale);
        assertThat(decoding.instruments().size()).as("others are of no use").isEqualTo(1);
    }
}
