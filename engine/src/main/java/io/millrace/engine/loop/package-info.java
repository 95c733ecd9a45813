/**
 * The loops that drive stages: the ingress, which decides what comes when, and the loop of a stage between channels.
 *
 * <pre>
 *   sources ─▶ Ingress ─▶ InputLog ─▶ BatchTarget ─┬─ fused: the stage itself
 *              (Inlet: one batch)                  └─ threaded: input channel ─▶ StageLoop ─▶ Outlet ─▶ channel ─▶ …
 *                                                                                 Inbound ◀─────────────┘
 * </pre>
 *
 * <p>A stage that reads several channels takes cells in the order of their stamps. It may take one only when it knows
 * that nothing smaller can still come: each channel carries promises (FRONTIER cells), which a stage sends when it has
 * nothing to do, after every few effects, and to all its other channels while it waits for room in one. So a chain of
 * waiting stages always has a member that can go on. All code in this package is hot.
 */
package io.millrace.engine.loop;
