/**
 * The job written by hand, three times: what an engine can be compared with without knowing any.
 *
 * <pre>
 *   OnArrays      records ─▶ state in an array by instrument; all windows close at once
 *   OnKeyedStore  records ─▶ state in Millrace's keyed store; each instrument's window closes by its own time
 *   OnObjects     objects in an array ─▶ as OnArrays
 * </pre>
 *
 * {@code OnArrays} is also the reference: what it gives is what all must give.
 */
package io.millrace.bench.peers.hand;
