package io.millrace.app.flow;

import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.MarketFeed;

/** Stands in for the feed whose items a journal holds: a replay opens no source. */
public final class RecordedFeed extends MarketFeed {

    @Override
    public String name() {
        return "market";
    }

    @Override
    public Source open(final SourceContext context) {
        throw new IllegalStateException("a recorded feed is not to be opened: its items are in the journal");
    }
}
