package io.millrace.feed.simulator;

/**
 * An exchange without sockets: a protocol, a tape, clients. Clients connect, say something, and get by their {@link Wire} what
 * they subscribed to, when {@link #tick} is called.
 *
 * <p>Thread: one. Allocation: little. Deterministic: yes, given the times of the calls.
 */
public final class Exchange implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final long NOTICE = 500_000_000;
    private static final int BURST = 600;

    private final ExchangeProtocol protocol;
    private final Tape tape;
    private final TrueMarket market;
    private final int startAfterStreams;
    private final ExchangeCounts counts;
    private final Faults faults = new Faults();
    private final FaultPlan plan;
    private final Clients clients = new Clients();
    private boolean started;
    private long now;
    private long begunAt;
    private long nextSecond;
    private long closesAt = Long.MAX_VALUE;

    /** @param tape what it plays; closed with the exchange */
    public Exchange(final ExchangeProtocol protocol, final Tape tape, final ExchangeConfig config) {
        this.protocol = protocol;
        this.tape = tape;
        this.market = tape.market(protocol.symbols());
        this.startAfterStreams = config.startAfterStreams();
        this.plan = config.faults();
        this.counts = new ExchangeCounts(faults);
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
        if (faults.takes(Fault.REST_ERROR)) {
            return RestReply.FAILED;
        }
        if (faults.takes(Fault.REST_LIMIT)) {
            return RestReply.TOO_MANY;
        }
        if (protocol.isSnapshot(uri) && faults.takes(Fault.OLD_SNAPSHOT)) {
            market.serveOld(true);
            final RestReply reply = protocol.get(uri, market, now);
            market.serveOld(false);
            return reply;
        }
        if (protocol.isSnapshot(uri) && tape.snapshot() != null) {
            return RestReply.ok(tape.snapshot());
        }
        return protocol.get(uri, market, now);
    }

    /** Plays what is due. */
    public void tick(final long time) {
        now = Math.max(now, time);
        if (!started && clients.streams() >= startAfterStreams) {
            started = true;
            begunAt = now;
            nextSecond = now + SECOND;
        }
        if (started) {
            final Fault due = plan.due(now - begunAt);
            if (due != null) {
                strike(due, null);
            }
            tape.play(now, clients);
            while (nextSecond <= now) {
                clients.second(nextSecond);
                nextSecond += SECOND;
            }
            clients.flush();
            counts.tapeEnded(tape.ended());
        }
        if (now >= closesAt) {
            closesAt = Long.MAX_VALUE;
            closeAll();
        }
    }

    Faults faults() {
        return faults;
    }

    /**
     * Does something wrong, at the next occasion. Counted when it has happened.
     *
     * @param about the instrument that it is to happen to; null for any
     */
    public void strike(final Fault fault, final TrueInstrument about) {
        switch (fault) {
            case CHECKSUM -> {
                if (protocol.hasChecksums()) {
                    toBook(fault, about);
                }
            }
            case RESET -> toBook(fault, about);
            case DISCONNECT -> {
                faults.strike(fault);
                dropAll();
            }
            case NOTICE -> {
                faults.strike(fault);
                announceShutdown();
                closesAt = now + NOTICE;
            }
            case BURST -> {
                faults.strike(fault);
                tape.burst(BURST);
            }
            default -> faults.arm(fault, about);
        }
    }

    /** Happens to a book of the first client that has it. */
    private void toBook(final Fault fault, final TrueInstrument about) {
        final TrueInstrument instrument = about == null ? market.instruments().get(0) : about;
        if (fault == Fault.RESET ? clients.reset(instrument) : clients.spoilChecksum(instrument)) {
            faults.strike(fault);
        }
    }

    /** Breaks all connections, without a word. */
    public void dropAll() {
        clients.dropAll();
    }

    /** Tells all clients that their connections will be closed, as far as the venue does that before maintenance. */
    public void announceShutdown() {
        clients.announceShutdown(now);
    }

    /** Closes all connections. */
    public void closeAll() {
        clients.closeAll();
    }

    @Override
    public void close() {
        tape.close();
    }
}
