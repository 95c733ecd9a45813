package io.millrace.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.compare.Effort;
import io.millrace.report.results.Ratio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That all peers do the job, each in its process, and all come to the same; what they take is not looked at. */
class PeersTest {
    private static final Path FLAGS = Path.of("..", "..", "config", "jvm.options");
    private static final Work WORK = Work.of(Effort.SMOKE);

    private final List<Outcome> told = new ArrayList<>();

    @TempDir
    private Path directory;

    private Outcomes run(final Set<Peer> peers, final String python) throws Exception {
        final Commands commands = new Commands(WORK, new Jdks(Map.of()), FLAGS, python);
        return new PeersComparison(WORK, commands, directory).run(peers, told::add);
    }

    @Test
    void allThatAreHereGiveTheSame() throws Exception {
        final Outcomes outcomes = run(EnumSet.allOf(Peer.class), "python3");
        assertThat(outcomes.leftOut().keySet()).as(outcomes.leftOutInWords()).isSubsetOf(Peer.BYTEWAX);
        assertThat(told).extracting(Outcome::peer).containsExactly(Peer.values());
        assertThat(PeerRatios.of(outcomes))
                .extracting(Ratio::name)
                .contains(
                        "Millrace and by hand, same keyed store",
                        "Millrace and Flink",
                        "Millrace and Hazelcast Jet",
                        "Millrace and Fluxtion, compiled",
                        "Millrace and Kafka Streams",
                        "Millrace, journal on and Flink");
    }

    @Test
    void onesThatAreNotHereAreNamedWithTheReason() throws Exception {
        final Outcomes outcomes = run(EnumSet.of(Peer.HAND_ON_ARRAYS, Peer.MILLRACE, Peer.BYTEWAX), "no-such-python");
        assertThat(outcomes.leftOutInWords())
                .startsWith("left out: bytewax (bytewax is not installed for no-such-python");
        assertThat(PeerRatios.of(outcomes))
                .singleElement()
                .satisfies(ratio -> assertThat(ratio.context()).contains("left out: bytewax"));
    }
}
