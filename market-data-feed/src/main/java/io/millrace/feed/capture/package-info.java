/**
 * Recorded frames, as they came from a venue.
 *
 * <pre>
 *   file (plain or gzip) ──▶ CaptureReader ──frame──▶ CaptureSource ──▶ FrameDecoder ──▶ Inlet
 *                             │      ▲                its own time: the receive times
 *                             └ rows ┘ table.TardisTable
 * </pre>
 */
package io.millrace.feed.capture;
