/**
 * Captures that are tables: the CSV files that tardis.dev offers for download. Their rows become frames as that venue's
 * decoder reads them, so that from there on they are captures as others are.
 *
 * <pre>
 *   line 1:  exchange,symbol,timestamp,... ──▶ TableHeader ──▶ TableKind, TableColumns
 *                                                                     │
 *   others:  bitmex,XBTUSD,158302080314... ──▶ TableRow ──fields──▶ TardisTable ──▶ frame, receive time
 * </pre>
 */
package io.millrace.feed.capture.table;
