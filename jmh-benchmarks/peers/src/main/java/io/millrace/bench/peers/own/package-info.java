/**
 * The job as a flow of Millrace, in two ways.
 *
 * <pre>
 *   MillraceStage   records ─▶ compiled stage ─▶ sinks                        as a replay drives it
 *   MillraceRun     source ─▶ ingress ─▶ journal or none ─▶ stage ─▶ sinks    as a user runs it, fused
 * </pre>
 */
package io.millrace.bench.peers.own;
