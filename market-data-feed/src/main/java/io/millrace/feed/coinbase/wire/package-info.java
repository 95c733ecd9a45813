/**
 * Coinbase's frames.
 *
 * <pre>
 *   {"type":"l2update",...}                      ──▶ CoinbaseDecoder           the Exchange feed
 *   {"channel":"l2_data","sequence_num":7,...}   ──▶ CoinbaseAdvancedDecoder   Advanced Trade
 *   {"id":"BTC-USD","quote_increment":...} REST  ──▶ CoinbaseProducts
 * </pre>
 */
package io.millrace.feed.coinbase.wire;
