/**
 * A long run on a heap that is never collected: whatever the flow allocates per record ends it.
 *
 * <pre>
 *   LongRun ─▶ child JVM: -XX:+UseEpsilonGC -Xmx256m
 *                 └─ LongRunProcess: fused flow, journal on, half a million trades a second for ten minutes
 *                        │  every minute the journal begins a new file
 *                        └─ releases files that the journal has finished with, as a user who keeps little would
 * </pre>
 */
package io.millrace.bench.longrun;
