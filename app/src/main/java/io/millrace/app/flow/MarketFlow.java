package io.millrace.app.flow;

import io.millrace.connectors.Discard;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.MarketFeed;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The flows on market data that can be named on the command line. */
public enum MarketFlow {
    /** {@link CandlesFlow}. */
    CANDLES(CandlesFlow.NAME, "candles") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            CandlesFlow.define(flow, feed.trades(), settings, rows.of(CandleRows::new));
        }
    },

    /** {@link TradesFlow}. */
    TRADES(TradesFlow.NAME, "trades") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            TradesFlow.define(flow, feed, rows);
        }
    },

    /** {@link BookFlow#best}. */
    BBO(BookFlow.BEST, "changes of best bids and offers") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            BookFlow.best(flow, feed, settings, rows);
        }
    },

    /** {@link BookFlow#levels}. */
    BOOK(BookFlow.LEVELS, "changes of books") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            BookFlow.levels(flow, feed, settings, rows);
        }
    },

    /** {@link RecordFlow}. */
    RECORD(RecordFlow.NAME, "changes of books") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            RecordFlow.define(flow, feed, settings);
        }
    },

    /** {@link DemoFlow}. */
    DEMO(DemoFlow.NAME, "candles") {
        @Override
        void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
            DemoFlow.define(
                    flow,
                    feed.trades(),
                    settings,
                    new DemoFlow.Sinks(Discard.all(), rows.of(CandleRows::new), Discard.all(), Discard.all()));
        }
    };

    private final String flowName;
    private final String output;

    MarketFlow(final String flowName, final String output) {
        this.flowName = flowName;
        this.output = output;
    }

    abstract void define(Dataflow flow, MarketFeed feed, FlowSettings settings, Rows rows);

    /** Name in journals and on the command line. */
    public String flowName() {
        return flowName;
    }

    /** Whether its rows are candles, which close at their time and not at the end of a run. */
    public boolean isCandles() {
        return output.equals("candles");
    }

    /** Whether it makes rows at all. */
    public boolean hasRows() {
        return this != RECORD;
    }

    /** What its rows are, in words. */
    public String output() {
        return output;
    }

    /**
     * The flow itself.
     *
     * @param feed     where its inputs come from
     * @param settings what it is told
     * @param rows     takes what it makes
     */
    public Flow flow(final MarketFeed feed, final FlowSettings settings, final Rows rows) {
        return new Flow(flowName, flow -> define(flow, feed, settings, rows));
    }

    /**
     * Finds a flow by its name.
     *
     * @throws ConnectorException if there is none; says which there are
     */
    public static MarketFlow find(final String name) {
        return Arrays.stream(values())
                .filter(flow -> flow.flowName.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConnectorException("no flow '" + name + "': there are "
                        + Arrays.stream(values()).map(MarketFlow::flowName).collect(Collectors.joining(", "))));
    }
}
