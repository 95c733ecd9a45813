/**
 * The sessions of a log. Each time a writer opens a log it begins one, behind all that can be read, in a directory of its
 * own; older ones are never touched again.
 *
 * <pre>
 *   session 1, epoch 1   0 ─────────── 41
 *   session 2, epoch 1                   42 ──── 60 ┊ 61 ── 70    lost or taken back: nobody reads it any more
 *   session 3, epoch 2                              61 ───────▶
 * </pre>
 *
 * A session must end where the next one of its epoch begins. A new epoch begins where a loss was accepted, or output was
 * taken back: what older sessions hold from there on counts no more.
 */
package io.millrace.journal.session;
