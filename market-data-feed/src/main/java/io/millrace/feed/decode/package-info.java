/**
 * What the decoders of all venues are made of. Hot: called for each frame, on a network thread or the ingress thread.
 *
 * <pre>
 *   bytes of a frame ──▶ FrameDecoder (one per venue)
 *                          │ Json      steps over what is not needed
 *                          │ Decimal   digits → integer and scale, eight at a time
 *                          │ Levels    one side of a book message, by the NumberForm of the level before
 *                          ▼
 *                        all fields known and checked ──▶ KnownInstruments ──DEFINITION──▶ EventTarget
 *                                                         BookDeltaWriter, ... ──DATA────▶ (an Inlet, or the ring to it)
 * </pre>
 *
 * A decoder reads the whole frame before it gives the first event, so a frame that breaks the venue's format gives none.
 * Nothing is thrown for it: results are returned as values, since on a bad day every frame may be one.
 */
package io.millrace.feed.decode;
