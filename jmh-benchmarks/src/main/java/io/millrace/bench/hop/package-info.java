/**
 * What it costs to hand a record to another thread: Millrace's channel, and a plain Disruptor ring of preallocated events
 * between two threads.
 *
 * <pre>
 *   there and back   caller ──▶ ring ──▶ echo
 *                           ◀── ring ◀──
 *
 *   one way          caller ──▶ ring ──▶ drain        as fast as it goes: the caller waits for room
 * </pre>
 *
 * The comparison lets both take turns in one JVM, the JMH benchmark gives each ring its own. All threads spin a little and
 * then yield, since spinning alone stops two threads that share a core.
 */
package io.millrace.bench.hop;
