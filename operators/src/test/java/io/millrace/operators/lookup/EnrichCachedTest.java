package io.millrace.operators.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Flow;
import io.millrace.operators.Stream;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.StageRig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an enriching step does at each record; cases enrich-01 and ttl-01 to ttl-04 are among them. */
class EnrichCachedTest {
    private static Lookup<Probe> service() {
        return EnrichRig.service();
    }

    private static Lookup<Probe> ttl(final long nanos) {
        return service().ttl(Duration.ofNanos(nanos));
    }

    @Nested
    class Answers {
        @Test
        void letAnItemGoOnWhenTheyCome() {
            final EnrichRig rig = EnrichRig.of(service()).item(10, 1, 7);
            assertThat(rig.out()).isEmpty();
            assertThat(rig.sent()).containsExactly("0?7");
            rig.answer(12, 0, 70);
            assertThat(rig.out()).containsExactly("k1: 1/7/70");
        }

        @Test
        void areKeptForItemsThatAskTheSame() {
            final EnrichRig rig =
                    EnrichRig.of(service()).item(10, 1, 7).answer(11, 0, 70).item(12, 2, 7);
            assertThat(rig.out()).containsExactly("k1: 1/7/70", "k2: 2/7/70");
            assertThat(rig.sent()).containsExactly("0?7");
        }

        @Test
        void areSharedByAllItemsThatWait() {
            final EnrichRig rig = EnrichRig.of(service())
                    .item(10, 1, 7)
                    .item(11, 2, 7)
                    .item(12, 3, 7)
                    .answer(13, 0, 70);
            assertThat(rig.out()).containsExactly("k1: 1/7/70", "k2: 2/7/70", "k0: 3/7/70");
            assertThat(rig.sent()).containsExactly("0?7");
        }

        @Test
        void ofOtherLookUpsAreNotWaitedFor() {
            final EnrichRig rig = EnrichRig.of(service())
                    .item(10, 1, 7)
                    .item(11, 2, 8)
                    .item(12, 3, 7)
                    .answer(13, 1, 80)
                    .item(14, 4, 8)
                    .answer(15, 0, 70);
            assertThat(rig.out()).containsExactly("k2: 2/8/80", "k1: 4/8/80", "k1: 1/7/70", "k0: 3/7/70");
        }

        @Test
        void thatNobodyHasAskedForOrThatComeAgainAreIgnored() {
            final EnrichRig rig = EnrichRig.of(service())
                    .answer(9, 0, 60)
                    .item(10, 1, 7)
                    .answer(11, 5, 50)
                    .answer(12, -1, 40)
                    .answer(13, 0, 70)
                    .answer(14, 0, 71)
                    .item(15, 2, 7);
            assertThat(rig.out()).containsExactly("k1: 1/7/70", "k2: 2/7/70");
        }
    }

    @Nested
    class Time {
        @ParameterizedTest
        @CsvSource({"100, 2", "160, 2", "161, 1"})
        void makesAnAnswerOldWhenItsAgeIsMoreThanTheTtl(final long askedAgain, final int enriched) {
            final EnrichRig rig =
                    EnrichRig.of(ttl(60)).item(90, 1, 7).answer(100, 0, 70).item(askedAgain, 2, 7);
            assertThat(rig.out()).hasSize(enriched);
            assertThat(rig.sent()).hasSize(3 - enriched);
        }

        @Test
        void isCountedFromWhenTheAnswerCameAndNotFromItsLastUse() {
            final EnrichRig rig = EnrichRig.of(ttl(60))
                    .item(0, 1, 7)
                    .answer(50, 0, 70)
                    .item(110, 2, 7)
                    .item(111, 3, 7)
                    .answer(170, 1, 71)
                    .item(230, 4, 7);
            assertThat(rig.out()).containsExactly("k1: 1/7/70", "k2: 2/7/70", "k0: 3/7/71", "k1: 4/7/71");
            assertThat(rig.sent()).containsExactly("0?7", "1?7");
        }

        @Test
        void makesNothingOldWithoutATtl() {
            final EnrichRig rig =
                    EnrichRig.of(service()).item(0, 1, 7).answer(0, 0, 70).item(Long.MAX_VALUE - 1, 2, 7);
            assertThat(rig.out()).hasSize(2);
        }

        @Test
        void lettingNothingGrowOldAtAllAsksAtEachNewTime() {
            final EnrichRig rig = EnrichRig.of(ttl(0))
                    .item(5, 1, 7)
                    .answer(5, 0, 70)
                    .item(5, 2, 7)
                    .item(6, 3, 7);
            assertThat(rig.out()).hasSize(2);
            assertThat(rig.sent()).hasSize(2);
        }
    }

    @Nested
    class Limits {
        @Test
        void ofTheCacheForgetTheAnswerThatWasNotUsedForLongest() {
            final EnrichRig rig = EnrichRig.of(service().capacity(2))
                    .item(1, 1, 7)
                    .answer(2, 0, 70)
                    .item(3, 2, 8)
                    .answer(4, 1, 80)
                    .item(5, 3, 7)
                    .item(6, 4, 9)
                    .answer(7, 2, 90);
            assertThat(rig.sent()).containsExactly("0?7", "1?8", "2?9");
            rig.item(8, 5, 7).item(9, 6, 9).item(10, 7, 8);
            assertThat(rig.sent()).containsExactly("0?7", "1?8", "2?9", "3?8");
            assertThat(rig.out()).contains("k2: 5/7/70", "k0: 6/9/90").hasSize(6);
        }

        @Test
        void ofRequestsOnTheirWayMakeOthersWait() {
            final EnrichRig rig = EnrichRig.of(service().maxInFlight(2));
            for (int i = 0; i < 5; i++) {
                rig.item(i, i, i);
            }
            assertThat(rig.sent()).containsExactly("0?0", "1?1");
            rig.answer(10, 2, 20);
            assertThat(rig.out()).as("an answer to what was not sent yet").isEmpty();
            rig.answer(11, 1, 10);
            assertThat(rig.sent()).containsExactly("0?0", "1?1", "2?2");
            rig.answer(12, 0, 0).answer(13, 2, 20);
            assertThat(rig.sent()).containsExactly("0?0", "1?1", "2?2", "3?3", "4?4");
            assertThat(rig.out()).containsExactly("k1: 1/1/10", "k0: 0/0/0", "k2: 2/2/20");
        }

        @Test
        void ofRequestsDoNotSufferFromOneThatIsAnsweredLate() {
            final EnrichRig rig = EnrichRig.of(service().maxWaiting(4)).item(0, 0, 0);
            for (int i = 1; i < 1_000; i++) {
                rig.item(i, i, i).answer(i, i, i);
            }
            rig.answer(1_000, 0, 5);
            assertThat(rig.out()).hasSize(1_000).endsWith("k0: 0/0/5");
        }

        @Test
        void ofWaitingItemsStopTheFlowAndSayWhatToDo() {
            final EnrichRig rig = EnrichRig.of(service().maxWaiting(3))
                    .item(1, 1, 7)
                    .item(2, 2, 7)
                    .item(3, 3, 8);
            assertThatThrownBy(() -> rig.item(4, 4, 9))
                    .hasStackTraceContaining("enrich")
                    .rootCause()
                    .hasMessageContaining("3 items are waiting for answers")
                    .hasMessageContaining("raise maxWaiting or maxInFlight")
                    .hasMessageContaining("a longer ttl or a larger capacity");
        }

        @Test
        void ofARequestsLengthAreCheckedBeforeItIsKept() {
            final StageRig rig = keyedByText(text -> "x".repeat(text.length() * 1_000), new ArrayList<>());
            rig.data(1, 0, Codecs.TEXT, "a");
            assertThatThrownBy(() -> rig.data(2, 0, Codecs.TEXT, "ab"))
                    .rootCause()
                    .hasMessageContaining("a request of 2000 bytes: at most 1008");
        }
    }

    @Nested
    class EndOfInput {
        @Test
        void isAnErrorWhileItemsWait() {
            final EnrichRig rig = EnrichRig.of(service()).item(1, 5, 7).item(2, 6, 8);
            assertThatThrownBy(() -> rig.end(3))
                    .hasStackTraceContaining("5/7/")
                    .rootCause()
                    .hasMessageContaining("the source has ended without answering");
        }

        @Test
        void isNothingOnceAllIsAnswered() {
            final EnrichRig rig = EnrichRig.of(service()).item(1, 5, 7).answer(2, 0, 70);
            rig.end(3);
            assertThat(rig.out()).hasSize(1);
        }
    }

    /** An item is a text; enriched it has the answer behind it. */
    private static StageRig keyedByText(final Function<String, String> asks, final List<String> out) {
        final LiveFeed feed = new LiveFeed();
        return new StageRig(
                flow -> flow.input("in", new Origin<>(feed, "items", Codecs.TEXT, null))
                        .enrichCached(
                                "enrich",
                                Request.text(asks),
                                Lookup.in(feed.answers()),
                                Codecs.TEXT,
                                (text, answer) -> answer == 0 ? null : text + answer)
                        .inspect("out", out::add),
                false,
                true,
                (id, request, length) -> out.add("? " + Codecs.TEXT.decode(request, 0, length, null)));
    }

    @Nested
    class Requests {
        @Test
        void areTextsToo() {
            final List<String> out = new ArrayList<>();
            final StageRig rig = keyedByText(text -> text.substring(1), out);
            rig.data(1, 0, Codecs.TEXT, "aé");
            rig.data(2, 0, Codecs.TEXT, "bé");
            rig.data(3, 0, Codecs.TEXT, "a");
            rig.answer(4, 1, 1, Codecs.INT64, 11L);
            rig.answer(5, 1, 0, Codecs.INT64, 10L);
            assertThat(out).containsExactly("? é", "? ", "a11", "aé10", "bé10");
        }

        @Test
        void areItemsOfSeveralFieldsToo() {
            final List<String> out = new ArrayList<>();
            final LiveFeed feed = new LiveFeed();
            final StageRig rig = new StageRig(
                    flow -> {
                        final Stream<Probe> in = flow.input("in", new Origin<>(feed, "items", Probe.TYPE, null));
                        in.enrichCached(
                                        "filled",
                                        Request.of(Probe.TYPE, (item, request) -> request.set(item)),
                                        Lookup.in(feed.answers()),
                                        Codecs.INT64,
                                        (item, answer) -> item.value + answer)
                                .inspect("sums", sum -> out.add("sum " + sum));
                        in.enrichCached(
                                        "returned",
                                        Request.of(Codecs.TEXT, item -> "v" + item.value),
                                        Lookup.in(feed.answers()),
                                        Codecs.INT64,
                                        (item, answer) -> item.value * answer)
                                .inspect("products", product -> out.add("product " + product));
                    },
                    false,
                    true,
                    (id, request, length) -> out.add(id + "? " + length));
            rig.data(1, 0, Probe.TYPE, Probe.of(5));
            rig.answer(2, 1, 0, Codecs.INT64, 100L);
            rig.answer(3, 2, 0, Codecs.INT64, 200L);
            rig.data(4, 0, Probe.TYPE, Probe.of(5));
            assertThat(out).containsExactly("0? 24", "0? 2", "sum 105", "product 1000", "sum 105", "product 1000");
        }

        @Test
        void thatFailOrResultsThatAreMissingNameTheStep() {
            final StageRig rig = keyedByText(text -> text.substring(2), new ArrayList<>());
            rig.data(1, 0, Codecs.TEXT, "abc");
            assertThatThrownBy(() -> rig.data(2, 0, Codecs.TEXT, "a")).hasStackTraceContaining("enrich");
            assertThatThrownBy(() -> rig.answer(3, 1, 0, Codecs.INT64, 0L))
                    .hasStackTraceContaining("enrich")
                    .hasStackTraceContaining("the enriched item is null");
        }
    }

    @Nested
    class Definition {
        @Test
        void needsTheTypeOfItsItems() {
            final LiveFeed feed = new LiveFeed();
            assertThatThrownBy(() -> new Flow(
                                    "test",
                                    flow -> flow.input("in", feed.items())
                                            .map("text", x -> "a" + x)
                                            .enrichCached(
                                                    "enrich",
                                                    Request.text(text -> text),
                                                    Lookup.in(feed.answers()),
                                                    Codecs.TEXT,
                                                    (text, answer) -> text))
                            .get())
                    .isInstanceOf(FlowException.class)
                    .hasMessage("enrichCached 'enrich' keeps its items, but they have no type:"
                            + " give map 'text' a codec or an item type");
        }

        @Test
        void refusesLimitsThatLetNothingThrough() {
            assertThatThrownBy(() -> ttl(-1)).hasMessageContaining("must not be negative");
            assertThatThrownBy(() -> service().capacity(0)).hasMessageContaining("capacity of 0");
            assertThatThrownBy(() -> service().maxInFlight(0)).hasMessageContaining("maxInFlight of 0");
            assertThatThrownBy(() -> service().maxWaiting(-1)).hasMessageContaining("maxWaiting of -1");
            assertThat(service().ttl(Duration.ofDays(Long.MAX_VALUE / 100_000)).ttl())
                    .isEqualTo(Long.MAX_VALUE);
        }
    }
}
