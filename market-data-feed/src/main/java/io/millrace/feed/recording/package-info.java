/**
 * Frames into a file, as they come from a venue: what {@link io.millrace.feed.capture} reads.
 *
 * <pre>
 *   network thread ──▶ RawRecorder ══ring══▶ writing thread: RecordedLines ──▶ file: gzip members of lines
 * </pre>
 */
package io.millrace.feed.recording;
