/**
 * What a journaled flow costs, against plain parts put together by hand.
 *
 * <pre>
 *   subject    Records ─▶ PreparedFeed ─▶ ingress ─▶ journal ─▶ flow W ─▶ sinks
 *   baseline   Records ─────────────────▶ Chronicle Queue ─▶ flow W by hand
 *
 *   subject    journal ─▶ replay ─▶ flow W ─▶ sinks
 *   baseline   Chronicle Queue ─▶ flow W by hand
 * </pre>
 *
 * Both write the same bytes in the same batches, one document each. The baseline neither numbers nor times its records,
 * and has no checksums: its records are in memory just as they are written. Files are made anew for each turn and deleted
 * after it; what opening, closing and warm-up take is not counted.
 */
package io.millrace.bench.journaled;
