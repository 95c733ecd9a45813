/**
 * Frames that {@link io.millrace.feed.capture.table.TardisTable} makes of the rows of CSV files.
 *
 * <pre>
 *   {"type":"trade","symbol":"bitmex:XBTUSD",...}  ──▶ TardisDecoder ──id──▶ TradeNumbers
 * </pre>
 */
package io.millrace.feed.tardis.wire;
