/**
 * Recorded frames, as they came from a venue.
 *
 * <pre>
 *   file (plain or gzip) ──▶ CaptureReader ──line──▶ CaptureSource ──▶ FrameDecoder ──▶ Inlet
 *                                                    its own time: the receive times
 * </pre>
 */
package io.millrace.feed.capture;
