/**
 * Windows: a clock says what time an item belongs to, a windower how time is cut, a logic what happens inside.
 *
 * <pre>
 *   ──item──▶ clock: item time, watermark ──▶ behind it? ──▶ late
 *                                               │
 *                         ordered? waits until the watermark has reached it
 *                                               │
 *                                               ▼
 *             cutter: windows of the item's time ──logic──▶ open windows ──watermark or timer──▶ closed, meta
 *                                                                 └──count, time, predicate──▶ early
 * </pre>
 *
 * The watermark of a key is stage time plus the key's <em>lead</em>: the most by which the time of one of its items, less
 * the lateness allowed, was ahead of stage time. So it goes on with stage time while nothing comes, and a window whose
 * end is {@code c} closes by a timer at {@code c - lead}. A key keeps its watermark when its windows have closed, so that no
 * window opens twice; what is large about a key is there only while windows are open.
 *
 * <p>{@link io.millrace.operators.window.WindowOp} keeps time, one {@code Cutter} for each kind of windows knows how they
 * are cut, and a {@link io.millrace.operators.window.WindowLogic} what happens in them: folds, reductions, counts and lists
 * are logics. All of these are records, whose fields HotSpot trusts as it does those of operators, so that a fold in a
 * tumbling window is compiled into one piece. An item costs a search from the newest window on, no division where it falls
 * into that, and a timer only where a window closes earlier than the key's timer is set for.
 *
 * <p>Hot.
 */
package io.millrace.operators.window;
