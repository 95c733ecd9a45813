/**
 * Windows: a clock says what time an item belongs to, a window how time is cut, an operator what happens inside.
 *
 * <pre>
 *   ──item──▶ clock: item time, watermark ──▶ late? ──▶ late
 *                                               │
 *                                               ▼
 *             window of the item's time ──fold──▶ open windows ──watermark or timer──▶ closed
 * </pre>
 *
 * The watermark of a key is stage time plus the key's <em>lead</em>: the most by which the time of one of its items, less
 * the lateness allowed, was ahead of stage time. So it goes on with stage time while nothing comes, and a window whose
 * end is {@code c} closes by a timer at {@code c - lead}.
 */
package io.millrace.operators.window;
