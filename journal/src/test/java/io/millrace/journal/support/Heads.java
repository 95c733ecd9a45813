package io.millrace.journal.support;

import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.journal.model.JournalHead;
import java.util.List;
import java.util.Map;

/** Heads of journals whose flow has one input of text. */
public final class Heads {
    /** The input. */
    public static final List<FlowInput> INPUTS =
            List.of(new FlowInput(0, "lines", new Origin<>(feed("console"), "lines", Codecs.TEXT, null)));

    private Heads() {}

    /** A head of the flow "flow". */
    public static JournalHead head() {
        return JournalHead.of("flow", Map.of("symbol", "BTCUSDT"), INPUTS);
    }

    /** A feed that has a name, and nothing else. */
    public static Feed feed(final String name) {
        return new Feed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Source open(final SourceContext context) {
                throw new UnsupportedOperationException("never opened");
            }
        };
    }
}
