/**
 * Market events and what traders build from them.
 *
 * <p>Events are views of the bytes that were journaled: one SBE schema ({@code src/main/sbe/market-events.xml}), whose
 * generated flyweights stand in {@code io.millrace.operators.market.sbe}. Readers get read-only types; what fills them is
 * the schema's encoders. Prices and sizes are integers, scaled by the powers of ten that every event carries.
 *
 * <pre>
 *   0                 8
 *  +-----------------+---------------------------------+
 *  | message header  | fields of the event             |
 *  +-----------------+---------------------------------+
 * </pre>
 */
package io.millrace.operators.market;
