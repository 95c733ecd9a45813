package io.millrace.app.flow;

import io.millrace.connectors.Discard;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The flows from trades to candles that can be named on the command line. */
public enum TradeFlow {
    /** {@link CandlesFlow}. */
    CANDLES(CandlesFlow.NAME) {
        @Override
        void define(
                final Dataflow flow,
                final Origin<Trade> trades,
                final FlowSettings settings,
                final SinkFactory<Candle> out) {
            CandlesFlow.define(flow, trades, settings, out);
        }
    },

    /** {@link DemoFlow}. */
    DEMO(DemoFlow.NAME) {
        @Override
        void define(
                final Dataflow flow,
                final Origin<Trade> trades,
                final FlowSettings settings,
                final SinkFactory<Candle> out) {
            DemoFlow.define(
                    flow, trades, settings, new DemoFlow.Sinks(Discard.all(), out, Discard.all(), Discard.all()));
        }
    };

    private final String flowName;

    TradeFlow(final String flowName) {
        this.flowName = flowName;
    }

    abstract void define(Dataflow flow, Origin<Trade> trades, FlowSettings settings, SinkFactory<Candle> out);

    /** Name in journals and on the command line. */
    public String flowName() {
        return flowName;
    }

    /**
     * The flow itself.
     *
     * @param trades   where trades come from
     * @param settings what it is told
     * @param out      takes the candles
     */
    public Flow flow(final Origin<Trade> trades, final FlowSettings settings, final SinkFactory<Candle> out) {
        return new Flow(flowName, flow -> define(flow, trades, settings, out));
    }

    /**
     * Finds a flow by its name.
     *
     * @throws ConnectorException if there is none; says which there are
     */
    public static TradeFlow find(final String name) {
        return Arrays.stream(values())
                .filter(flow -> flow.flowName.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConnectorException("no flow '" + name + "': there are "
                        + Arrays.stream(values()).map(TradeFlow::flowName).collect(Collectors.joining(", "))));
    }
}
