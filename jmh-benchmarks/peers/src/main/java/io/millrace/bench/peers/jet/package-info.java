/**
 * The job on Hazelcast Jet, in a member of its own, with one cooperative thread.
 *
 * <pre>
 *   TickProcessor ─▶ filter ─▶ groupingKey, window, aggregate ─▶ mapStateful: average ─▶ up | down
 * </pre>
 */
package io.millrace.bench.peers.jet;
