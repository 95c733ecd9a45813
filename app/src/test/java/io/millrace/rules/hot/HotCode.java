package io.millrace.rules.hot;

import java.util.List;
import java.util.Map;

/** Which code is hot: called per record, or per turn of a loop. Everything else is set-up, tools, or a person's. */
final class HotCode {
    /** Packages in which all code is hot. */
    static final List<String> PACKAGES = List.of(
            "io.millrace.engine.channel",
            "io.millrace.engine.item",
            "io.millrace.engine.loop",
            "io.millrace.engine.stage",
            "io.millrace.operators.join",
            "io.millrace.operators.lookup",
            "io.millrace.operators.market",
            "io.millrace.operators.market.book",
            "io.millrace.operators.op",
            "io.millrace.operators.store",
            "io.millrace.operators.window",
            "io.millrace.connectors.text",
            "io.millrace.journal.document",
            "io.millrace.journal.log",
            "io.millrace.feed.binance.wire",
            "io.millrace.feed.bybit.wire",
            "io.millrace.feed.coinbase.wire",
            "io.millrace.feed.deribit.wire",
            "io.millrace.feed.kraken.wire",
            "io.millrace.feed.okx.wire",
            "io.millrace.feed.tardis.wire",
            "io.millrace.feed.capture",
            "io.millrace.feed.decode",
            "io.millrace.feed.gate");

    /** Hot classes of packages in which other code is cold. */
    static final List<String> CLASSES = List.of(
            "io.millrace.engine.run.OutputGate",
            "io.millrace.engine.run.StageMetrics",
            "io.millrace.connectors.Discard",
            "io.millrace.connectors.ExactRowSink",
            "io.millrace.connectors.RowBuffer",
            "io.millrace.connectors.RowSink",
            "io.millrace.journal.output.ItemSession",
            "io.millrace.journal.output.OutputLogSink",
            "io.millrace.journal.store.Progress",
            "io.millrace.journal.store.SpaceGuard",
            "io.millrace.journal.sync.BatchSyncing",
            "io.millrace.journal.sync.PageCacheSyncing",
            "io.millrace.feed.FrameLedger",
            "io.millrace.feed.capture.table.TableRow",
            "io.millrace.feed.capture.table.TableText",
            "io.millrace.feed.capture.table.TardisTable",
            "io.millrace.feed.net.FrameIntake",
            "io.millrace.feed.net.FrameRing",
            "io.millrace.feed.net.LiveSource",
            "io.millrace.feed.net.RingEntry",
            "io.millrace.feed.simulator.SyntheticTradeFeed",
            "io.millrace.feed.simulator.SyntheticTrades",
            "io.millrace.app.flow.CandleRows",
            "io.millrace.app.flow.DemoFlow",
            "io.millrace.app.flow.Signal");

    /** Methods among them that are cold after all, and why. */
    static final Map<String, String> COLD = Map.ofEntries(
            // The ingress is where time comes from.
            Map.entry("io.millrace.engine.loop.Ingress.pollLive", "reads the ingress clock, once per batch"),
            Map.entry("io.millrace.engine.loop.Ingress.resume", "reads the ingress clock, once, after a restart"),
            Map.entry("io.millrace.engine.loop.Cuts.isDue", "reads a clock, once per batch; the cut is journaled"),
            Map.entry("io.millrace.engine.loop.Cuts.made", "reads a clock, once per snapshot"),
            Map.entry("io.millrace.engine.loop.Pacer.isDue", "holds records back by a clock, and decides nothing else"),
            Map.entry("io.millrace.feed.net.FrameIntake.take", "the receive time is data, and is journaled"),
            Map.entry(
                    "io.millrace.feed.net.FrameIntake.mark", "times what has happened to a session, for the recording"),
            Map.entry("io.millrace.feed.net.FrameIntake.ownUp", "streams begin anew after frames were dropped"),
            // Values that are objects.
            Map.entry("io.millrace.engine.item.Codecs$1.decode", "items are boxed numbers: for tests and small flows"),
            Map.entry("io.millrace.engine.item.Codecs$2.decode", "items are boxed numbers: for tests and small flows"),
            // Descriptions, made while a flow is defined.
            Map.entry("io.millrace.operators.market.Ema.over", "describes state"),
            Map.entry("io.millrace.operators.market.ZScore.over", "describes state"),
            Map.entry("io.millrace.engine.run.StageMetrics.add", "adds a ring while the stage is built"),
            // Opening, closing, and what happens to connections and processes.
            Map.entry("io.millrace.feed.capture.CaptureReader.open", "opens a file"),
            Map.entry("io.millrace.journal.store.Progress.isWriterAlive", "asks for a process, at the end of a log"),
            Map.entry("io.millrace.feed.net.LiveSource.onRequest", "a book has lost its way, and asks for a snapshot"),
            Map.entry("io.millrace.feed.net.LiveSource.close", "disconnects"));

    private HotCode() {}
}
