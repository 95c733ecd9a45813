package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.ListFeed;
import io.millrace.operators.support.Runs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstTest {
    static void define(final Dataflow flow, final Collected out) {
        final List<ListFeed.At<Long>> items = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            items.add(new ListFeed.At<>(i * 10, i));
        }
        final Stream<Long> in = flow.input("in", ListFeed.of(Codecs.INT64, items));
        final Stream<Long> doubled =
                in.map("double", Codecs.INT64, x -> x * 2).onThread("b").filter("f", x -> x % 3 == 0);
        final Stream<Long> flat = in.flatMap("flat", Codecs.INT64, (x, o) -> {
            o.emit(x);
            o.emit(-x);
        });
        flow.merge("m", doubled, flat).output("out", out.sink());
        in.keyBy("k", x -> x % 5)
                .parallel(3)
                .map("t", Codecs.INT64, x -> x + 1000)
                .output("par", out.sink());
    }

    @Test
    void same() {
        final var fused = Runs.run(FirstTest::define, Runs.fused());
        assertThat(fused.get("out")).hasSize(234);
        assertThat(Runs.run(FirstTest::define, Runs.fused().specialize(true))).isEqualTo(fused);
        assertThat(Runs.run(FirstTest::define, Runs.threaded(1024))).isEqualTo(fused);
        assertThat(Runs.run(FirstTest::define, Runs.threaded(4))).isEqualTo(fused);
        assertThat(Runs.run(FirstTest::define, Runs.threaded(4).specialize(true)))
                .isEqualTo(fused);
    }
}
