package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Tick;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What Flink knows of the items: they are POJOs to it, which it is quick with. */
final class FlinkTypes {
    static final TypeInformation<Tick> TICKS = TypeInformation.of(Tick.class);
    static final TypeInformation<Bar> BARS = TypeInformation.of(Bar.class);
    static final TypeInformation<Average> AVERAGES = TypeInformation.of(Average.class);
    static final TypeInformation<Averaged> CLOSED = TypeInformation.of(Averaged.class);

    private FlinkTypes() {}
}
