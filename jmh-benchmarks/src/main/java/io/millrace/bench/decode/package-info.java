/**
 * What decoding costs, against Jackson's streaming parser; and the way from frames through books to best bids and offers,
 * against that parser and books of sorted maps.
 *
 * <pre>
 *   capture ──▶ RecordedFrames ──┬──▶ BinanceDecoder         ──┬──▶ Inlet
 *                                └──▶ JacksonBinanceDecoder  ──┘
 *                    ┌──▶ MillraceBooks: decoder, compiled flow ──┐
 *   snapshot, updates┴──▶ JacksonBooks: parser, TreeMapBook ──────┴──▶ PublishedQuotes
 * </pre>
 */
package io.millrace.bench.decode;
