package io.millrace.feed.faults;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.feed.Venue;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.RestReply;
import io.millrace.operators.market.BookAnswerWriter;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/** Moves the clock, plays the exchange, decodes what it sends, and carries out what books ask for. */
final class DirectSource implements Source {
    private static final Duration STEP = Duration.ofMillis(5);
    private static final long ON_THE_WAY = 30_000_000;
    private static final long RETRY = 400_000_000;
    private static final int GOOD = 200;

    /** Something to do at a time. */
    private record Due(long at, Runnable work) {}

    /** A request that was carried out and is not answered yet. */
    private record Asked(int input, long requestId, int instrumentId) {}

    private final Venue venue;
    private final Exchange exchange;
    private final List<String> symbols;
    private final List<DirectLine> lines;
    private final ManualTime time;
    private final long end;
    private final LongConsumer script;
    private final List<Due> agenda = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final InletTarget target = new InletTarget();
    private final BookRequest request = BookRequest.CODEC.create();
    private final BookAnswerWriter answer = new BookAnswerWriter();

    DirectSource(
            final Venue venue,
            final Exchange exchange,
            final List<String> symbols,
            final List<DirectLine> lines,
            final ManualTime time,
            final long end,
            final LongConsumer script) {
        this.venue = venue;
        this.exchange = exchange;
        this.symbols = symbols;
        this.lines = lines;
        this.time = time;
        this.end = end;
        this.script = script;
        for (final RestRequest list : venue.instruments(symbols)) {
            get(list, lines.get(0));
        }
    }

    /** How many frames of all connections came to something. */
    int count(final FrameResult result) {
        return lines.stream()
                .mapToInt(line -> line.results().getOrDefault(result, 0))
                .sum();
    }

    @Override
    public int poll(final Inlet inlet) {
        target.wrap(inlet);
        int records = answers(inlet);
        if (lines.stream().noneMatch(DirectLine::hasNews)) {
            time.advance(STEP);
            final long now = time.nanoTime();
            script.accept(now);
            final List<Due> due =
                    agenda.stream().filter(each -> each.at() <= now).toList();
            agenda.removeAll(due);
            due.forEach(each -> each.work().run());
            lines.forEach(line -> line.look(now));
            exchange.tick(now);
        }
        for (final DirectLine line : lines) {
            while (line.hasNews() && !inlet.isFull()) {
                inlet.beginFrame(RecordLayout.NO_POSITION);
                line.decodeNext(time.nanoTime(), target);
                inlet.endFrame();
            }
        }
        records += target.taken();
        return records;
    }

    private int answers(final Inlet inlet) {
        for (final Asked each : asked) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final int length = Long.BYTES + answer.length();
            final long address = inlet.claimAddress(length);
            OffHeap.int64(address, each.requestId());
            answer.at(address + Long.BYTES).instrumentId(each.instrumentId()).outcome(AnswerOutcome.ASKED);
            inlet.commit(each.input(), RecordKind.ANSWER, length);
            inlet.endFrame();
        }
        final int count = asked.size();
        asked.clear();
        return count;
    }

    private void later(final long wait, final Runnable work) {
        agenda.add(new Due(time.nanoTime() + wait, work));
    }

    @Override
    public void onRequest(
            final int input, final long requestId, final DirectBuffer buffer, final int offset, final int length) {
        final int instrument =
                BookRequest.CODEC.decode(buffer, offset, length, request).instrumentId();
        final String symbol = symbols.get(instrument);
        asked.add(new Asked(input, requestId, instrument));
        for (final DirectLine line : lines) {
            if (line.carries(symbol)) {
                final Optional<RestRequest> snapshot = venue.snapshot(symbol, 0);
                if (snapshot.isPresent()) {
                    later(ON_THE_WAY, () -> get(snapshot.get(), line));
                } else {
                    later(ON_THE_WAY, () -> venue.resubscription(symbol, 0).forEach(line::say));
                }
                return;
            }
        }
        throw new AssertionError("no connection carries " + symbol);
    }

    /** Gets something, until it has come: the answer takes its time. */
    private void get(final RestRequest what, final DirectLine line) {
        final RestReply reply = exchange.get(what.path(), time.nanoTime());
        if (reply.status() == GOOD) {
            later(ON_THE_WAY, () -> line.receive(what.head() + reply.body() + what.tail()));
        } else {
            later(RETRY, () -> get(what, line));
        }
    }

    @Override
    public boolean ended() {
        return time.nanoTime() >= end;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
