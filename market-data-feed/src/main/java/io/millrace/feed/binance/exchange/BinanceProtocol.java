package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueMarket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A market of Binance.
 *
 * <pre>
 *   /ws/&lt;stream&gt;                raw stream
 *   /ws                         raw streams, by SUBSCRIBE
 *   /stream?streams=&lt;a&gt;/&lt;b&gt;     combined streams      any of them behind one more path, such as /market
 *   /stream                     combined streams, by SUBSCRIBE
 * </pre>
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BinanceProtocol implements ExchangeProtocol {
    private static final Pattern PATH =
            Pattern.compile("(?:/[a-z]+)?/(ws|stream)(?:/([^/?]+))?/?(?:\\?(?:.*&)?streams=([^&]*).*|\\?.*)?");
    private static final String BETWEEN = "/";

    private final MarketStyle style;
    private final BinanceRest rest;
    private final boolean isBinary;

    public BinanceProtocol(final MarketStyle style) {
        this(style, false);
    }

    private BinanceProtocol(final MarketStyle style, final boolean isBinary) {
        this.isBinary = isBinary;
        this.style = style;
        this.rest = new BinanceRest(style);
    }

    /** Spot, with binary market data. */
    public static BinanceProtocol binary() {
        return new BinanceProtocol(MarketStyle.SPOT, true);
    }

    @Override
    public List<SyntheticSymbol> symbols() {
        return style.symbols();
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        final Matcher path = PATH.matcher(uri);
        if (!path.matches()) {
            return null;
        }
        final boolean combined = "stream".equals(path.group(1));
        final BinanceSession session = new BinanceSession(style, combined, line);
        final String streams = combined ? path.group(3) : path.group(2);
        if (streams != null) {
            session.subscribe(
                    List.of(URLDecoder.decode(streams, StandardCharsets.UTF_8).split(BETWEEN, -1)));
        }
        return isBinary ? new BinarySession(session, line) : session;
    }

    @Override
    public boolean isSnapshot(final String uri) {
        return rest.isSnapshot(uri);
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        return rest.get(uri, market, time);
    }
}
