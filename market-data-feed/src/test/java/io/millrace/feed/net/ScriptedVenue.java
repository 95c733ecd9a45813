package io.millrace.feed.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A venue on the loopback interface that says what a test tells it to. Clients are numbered from 1 as they come. */
final class ScriptedVenue implements AutoCloseable {
    private final NetworkThread network = new NetworkThread("scripted");
    private final List<Channel> clients = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<Integer, String> onText = (client, text) -> {};
    private volatile Function<String, String> onGet = path -> "404";
    private final List<ChannelHandlerContext> held = new CopyOnWriteArrayList<>();
    private final Channel server;

    ScriptedVenue() {
        server = new ServerBootstrap()
                .group(network.eventLoop())
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 16), new Upgrade());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Confirms each subscription, and answers it with what a test wants. */
    static ScriptedVenue confirming() {
        final ScriptedVenue venue = new ScriptedVenue();
        venue.onText((client, text) -> {
            if (text.startsWith("want")) {
                venue.send(client, "{\"ok\":1}");
            }
        });
        return venue;
    }

    /** What happens when a client says something. */
    ScriptedVenue onText(final BiConsumer<Integer, String> action) {
        onText = action;
        return this;
    }

    /** What is answered to a GET: a body; a status of three digits, perhaps with the seconds to stay away; null: later. */
    ScriptedVenue onGet(final Function<String, String> answer) {
        onGet = answer;
        return this;
    }

    /** Answers what was put off. */
    void answerHeld(final String answer) {
        held.forEach(context -> Upgrade.answer(context, answer));
        held.clear();
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
    }

    void send(final int client, final String text) {
        clients.get(client - 1)
                .writeAndFlush(new TextWebSocketFrame(text))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    void sendBinary(final int client, final byte[] bytes) {
        clients.get(client - 1)
                .writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** Breaks the connection to a client, without a word. */
    void drop(final int client) {
        network.eventLoop().submit(() -> breakNow(client)).syncUninterruptibly();
    }

    /** The same, for who is on the venue's thread. */
    void breakNow(final int client) {
        clients.get(client - 1).config().setOption(ChannelOption.SO_LINGER, 0);
        clients.get(client - 1).close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** How many clients have come. */
    int clients() {
        return clients.size();
    }

    boolean isConnected(final int client) {
        return clients.get(client - 1).isActive();
    }

    /** What clients have said: number, space, text. */
    List<String> heard() {
        return heard;
    }

    /** Paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    private final class Upgrade extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request) {
            if (!request.headers().contains(HttpHeaderNames.UPGRADE)) {
                asked.add(request.uri());
                final String answer = onGet.apply(request.uri());
                if (answer == null) {
                    held.add(context);
                } else {
                    answer(context, answer);
                }
                return;
            }
            heard.add("key " + request.headers().get("x-key"));
            final int number = clients.size() + 1;
            context.pipeline().addLast(new Client(number));
            context.pipeline().remove(this);
            new WebSocketServerHandshakerFactory("ws://127.0.0.1/", null, false)
                    .newHandshaker(request)
                    .handshake(context.channel(), request)
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            clients.add(context.channel());
        }

        private static void answer(final ChannelHandlerContext context, final String answer) {
            final boolean isStatus = answer.matches("\\d{3}( \\d+)?");
            final DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(isStatus ? Integer.parseInt(answer.substring(0, 3)) : 200),
                    Unpooled.copiedBuffer(isStatus ? "{}" : answer, StandardCharsets.UTF_8));
            if (isStatus && answer.length() > 4) {
                response.headers().set(HttpHeaderNames.RETRY_AFTER, answer.substring(4));
            }
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private final class Client extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final int number;

        Client(final int number) {
            this.number = number;
        }

        @Override
        protected void channelRead0(final ChannelHandlerContext context, final TextWebSocketFrame frame) {
            heard.add(number + " " + frame.text());
            onText.accept(number, frame.text());
        }

        @Override
        public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
            context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }

    @Override
    public void close() {
        server.close().awaitUninterruptibly();
        network.eventLoop()
                .submit(() -> clients.forEach(
                        client -> client.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE)))
                .syncUninterruptibly();
        network.close();
    }
}
