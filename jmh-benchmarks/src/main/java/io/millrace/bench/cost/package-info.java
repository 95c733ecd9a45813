/**
 * What a measured stretch of time costs beside the work that was asked for: page faults, context switches, steal, safepoints,
 * collections, allocation, compilations and deoptimisations.
 *
 * <pre>
 *   Disturbances.begin ──── what counts ──── Disturbances.end ──▶ LatencyRun
 *        │                                        │
 *        ├─ CostProbe: /proc/stat, /proc/self/task/*, allocated bytes, collections, before and after
 *        └─ VmLog: the JVM writes its safepoints, compilations and deoptimisations into a file ──▶ VmEvents
 * </pre>
 *
 * Nothing of it runs on the flow's threads or stops them. The probes read files of {@code /proc} on the thread that waits
 * for the run, about a millisecond of it at either end. The JVM's log is switched on at run time for the stretch only: the VM
 * thread writes a line after a safepoint is over, a compiler thread one for each method, a thread that falls back from
 * compiled code one for each time; where nothing of that happens, nothing is written. A recording by JFR would tell the same,
 * but starts threads, allocates on the heap and stops all threads when it begins and ends.
 */
package io.millrace.bench.cost;
