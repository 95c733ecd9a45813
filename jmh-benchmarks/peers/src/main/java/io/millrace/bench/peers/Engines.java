package io.millrace.bench.peers;

import io.millrace.bench.peers.flink.FlinkEngine;
import io.millrace.bench.peers.fluxtion.FluxtionEngine;
import io.millrace.bench.peers.hand.OnArrays;
import io.millrace.bench.peers.hand.OnKeyedStore;
import io.millrace.bench.peers.hand.OnObjects;
import io.millrace.bench.peers.jet.JetEngine;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Trades;
import io.millrace.bench.peers.kafka.KafkaStreamsEngine;
import io.millrace.bench.peers.own.MillraceRun;
import io.millrace.bench.peers.own.MillraceStage;
import java.nio.file.Path;

/** Makes the one engine that a process is for; the classes of the others are not touched. */
final class Engines {
    private Engines() {}

    /** @param files where journals are made */
    static Engine open(final Peer peer, final Trades trades, final Path files) {
        return switch (peer) {
            case HAND_ON_ARRAYS -> new OnArrays(trades);
            case HAND_ON_KEYED_STORE -> new OnKeyedStore(trades);
            case HAND_ON_OBJECTS -> new OnObjects(trades);
            case MILLRACE -> new MillraceStage(trades);
            case MILLRACE_RUN -> MillraceRun.bare(trades);
            case MILLRACE_JOURNALED -> MillraceRun.journaled(trades, files);
            case FLINK -> new FlinkEngine(trades);
            case JET -> new JetEngine(trades);
            case FLUXTION -> new FluxtionEngine(trades);
            case KAFKA_STREAMS -> new KafkaStreamsEngine(trades, files);
            case BYTEWAX -> throw new IllegalArgumentException("bytewax runs in Python");
        };
    }
}
