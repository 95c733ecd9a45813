package io.millrace.feed.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All clients of an exchange.
 *
 * <p>Thread: the exchange's. Allocation: none per event. Deterministic: yes.
 */
final class Clients implements Audience {
    /** A client may go while something is told to all. */
    private final List<ExchangeClient> clients = new CopyOnWriteArrayList<>();

    void add(final ExchangeClient client) {
        clients.add(client);
    }

    void remove(final ExchangeClient client) {
        clients.remove(client);
    }

    /** Streams that clients have subscribed to, each client counted. */
    int streams() {
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

    void second(final long time) {
        for (final ExchangeClient client : clients) {
            client.session().second(time);
        }
    }

    /** The book of the first client that has subscribed to something starts over. */
    boolean reset(final TrueInstrument instrument) {
        for (final ExchangeClient client : clients) {
            if (client.session().streams() > 0) {
                client.session().reset(instrument);
                return true;
            }
        }
        return false;
    }

    /** The next book message of the first client that has subscribed to the book gets a wrong checksum. */
    boolean spoilChecksum(final TrueInstrument instrument) {
        for (final ExchangeClient client : clients) {
            if (client.session().spoilChecksum(instrument)) {
                return true;
            }
        }
        return false;
    }

    void flush() {
        for (final ExchangeClient client : clients) {
            client.flush();
        }
    }

    void announceShutdown(final long time) {
        for (final ExchangeClient client : clients) {
            client.session().announceShutdown(time);
            client.flush();
        }
    }

    void dropAll() {
        clients.forEach(ExchangeClient::drop);
    }

    void closeAll() {
        clients.forEach(ExchangeClient::close);
    }
}
