/**
 * Where a figure was taken: the machine, the JVM and the commit, read when the measurement is made.
 *
 * <pre>
 *   /proc, /sys ──▶ MachineProbe ──▶ Machine ─┐
 *   running JVM ──▶ JvmProbe ──────▶ Jvm ─────┼──▶ MachineContext ──▶ context.json
 *   git ──────────▶ SourceCommit ─────────────┘
 * </pre>
 *
 * What a platform does not tell is "unknown"; nothing here fails because a file is absent.
 */
package io.millrace.report.machine;
