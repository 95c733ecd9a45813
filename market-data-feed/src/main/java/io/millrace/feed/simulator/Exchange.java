package io.millrace.feed.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * An exchange without sockets: a protocol, a tape, clients. Clients connect, say something, and get by their {@link Wire} what
 * they subscribed to, when {@link #tick} is called.
 *
 * <p>Thread: one. Allocation: little. Deterministic: yes, given the times of the calls.
 */
public final class Exchange implements Audience, AutoCloseable {
    private static final long SECOND = 1_000_000_000;

    private final ExchangeProtocol protocol;
    private final Tape tape;
    private final TrueMarket market;
    private final int startAfterStreams;
    private final ExchangeCounts counts;
    private final List<ExchangeClient> clients = new ArrayList<>();
    private boolean started;
    private long now;
    private long nextSecond;

    /** @param tape what it plays; closed with the exchange */
    public Exchange(final ExchangeProtocol protocol, final Tape tape, final ExchangeConfig config) {
        this.protocol = protocol;
        this.tape = tape;
        this.market = tape.market(protocol.symbols());
        this.startAfterStreams = config.startAfterStreams();
        this.counts = new ExchangeCounts();
    }

    /** Its market; without instruments if a recording is played. */
    public TrueMarket market() {
        return market;
    }

    /** What it has done so far. */
    public ExchangeCounts counts() {
        return counts;
    }

    long now() {
        return now;
    }

    /**
     * A client connects.
     *
     * @param uri  path and query
     * @param time epoch nanoseconds
     * @return null if there is nothing at that path
     */
    public ExchangeClient connect(final String uri, final Wire wire, final long time) {
        now = Math.max(now, time);
        final ExchangeClient client = new ExchangeClient(this, wire);
        final ClientSession session = protocol.open(uri, market, client);
        if (session == null) {
            return null;
        }
        client.begin(session);
        clients.add(client);
        counts.connected();
        return client;
    }

    void gone(final ExchangeClient client) {
        clients.remove(client);
    }

    /** Answers a GET for a path and query. */
    public RestReply get(final String uri, final long time) {
        now = Math.max(now, time);
        counts.asked();
        if (protocol.isSnapshot(uri) && tape.snapshot() != null) {
            return RestReply.ok(tape.snapshot());
        }
        return protocol.get(uri, market, now);
    }

    /** Plays what is due. */
    public void tick(final long time) {
        now = Math.max(now, time);
        if (!started && streams() >= startAfterStreams) {
            started = true;
            nextSecond = now + SECOND;
        }
        if (started) {
            tape.play(now, this);
            while (nextSecond <= now) {
                for (final ExchangeClient client : clients) {
                    client.session().second(nextSecond);
                }
                nextSecond += SECOND;
            }
            for (final ExchangeClient client : clients) {
                client.flush();
            }
            counts.tapeEnded(tape.ended());
        }
    }

    /** Streams that clients have subscribed to, each client counted. */
    private int streams() {
        int streams = 0;
        for (final ExchangeClient client : clients) {
            streams += client.session().streams();
        }
        return streams;
    }

    @Override
    public boolean hasRoom() {
        boolean somebody = false;
        for (final ExchangeClient client : clients) {
            if (client.session().streams() > 0) {
                if (!client.hasRoom()) {
                    return false;
                }
                somebody = true;
            }
        }
        return somebody;
    }

    @Override
    public void trades(final TradeBurst burst) {
        for (final ExchangeClient client : clients) {
            client.session().trades(burst);
        }
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        for (final ExchangeClient client : clients) {
            client.session().quote(instrument, time);
        }
    }

    @Override
    public void book(final TrueInstrument instrument) {
        for (final ExchangeClient client : clients) {
            client.session().book(instrument);
        }
    }

    @Override
    public void mark(final TrueInstrument instrument, final long time) {
        for (final ExchangeClient client : clients) {
            client.session().mark(instrument, time);
        }
    }

    @Override
    public void liquidation(final TrueInstrument instrument, final Liquidated what) {
        for (final ExchangeClient client : clients) {
            client.session().liquidation(instrument, what);
        }
    }

    @Override
    public void recorded(final byte[] bytes, final int offset, final int length) {
        for (final ExchangeClient client : clients) {
            client.session().recorded(bytes, offset, length);
        }
    }

    /** Breaks all connections, without a word. */
    public void dropAll() {
        List.copyOf(clients).forEach(ExchangeClient::drop);
    }

    /** Tells all clients that their connections will be closed, as far as the venue does that before maintenance. */
    public void announceShutdown() {
        for (final ExchangeClient client : clients) {
            client.session().announceShutdown(now);
            client.flush();
        }
    }

    /** Closes all connections. */
    public void closeAll() {
        List.copyOf(clients).forEach(ExchangeClient::close);
    }

    @Override
    public void close() {
        tape.close();
    }
}
