/**
 * Runs a flow: makes its copies, compiles its stages, connects them, starts and stops threads. Cold; the loops are in
 * {@code io.millrace.engine.loop}.
 *
 * <pre>
 *   FlowRun.live  (definition, log)      pump = Ingress          ┌ fused:    one thread, one stage
 *   FlowRun.resume(definition, log)      pump = ResumedPump      │  (snapshot, rest of the log, then an ingress)
 *   FlowRun.replay(definition, reader)   pump = Replay  ─────────┤
 *                                                                └ threaded: ingress thread ─▶ one thread per stage, part
 * </pre>
 */
package io.millrace.engine.run;
