/**
 * What decoding costs, against Jackson's streaming parser.
 *
 * <pre>
 *   capture ──▶ RecordedFrames ──┬──▶ BinanceDecoder         ──┬──▶ Inlet
 *                                └──▶ JacksonBinanceDecoder  ──┘
 * </pre>
 */
package io.millrace.bench.decode;
