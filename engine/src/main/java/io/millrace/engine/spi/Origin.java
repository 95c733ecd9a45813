package io.millrace.engine.spi;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.DefinitionType;

/**
 * Where an input's items come from: one stream of a feed.
 *
 * @param feed        the source
 * @param stream      which of the source's streams, such as {@code trades}
 * @param codec       how its items are encoded
 * @param definitions what the DEFINITION records of this stream define, or null if it has none
 */
public record Origin<T>(Feed feed, String stream, Codec<T> codec, DefinitionType<?> definitions) {}
