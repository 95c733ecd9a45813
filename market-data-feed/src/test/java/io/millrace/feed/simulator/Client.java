package io.millrace.feed.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A websocket client that is not ours: the JDK's. Keeps what it receives. */
final class Client implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String CLOSED = "closed ";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private final boolean reads;
    private final WebSocket socket;

    Client(final URI uri) {
        this(uri, true);
    }

    /** @param reads whether it takes what comes, or lets it pile up */
    Client(final URI uri, final boolean reads) {
        this.reads = reads;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void onOpen(final WebSocket webSocket) {
        if (reads) {
            webSocket.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(final WebSocket webSocket, final CharSequence data, final boolean last) {
        message.append(data);
        if (last) {
            received.add(message.toString());
            message.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket webSocket, final int status, final String reason) {
        received.add(CLOSED + status);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(final WebSocket webSocket, final Throwable error) {
        received.add(CLOSED + error.getClass().getSimpleName());
    }

    int received() {
        return received.size();
    }

    void send(final String text) {
        socket.sendText(text, true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The next message. */
    String next() throws InterruptedException, IOException {
        final String next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new IOException("nothing came");
        }
        return next;
    }

    /** The next message that begins like this; passes over others. */
    String next(final String beginning) throws InterruptedException, IOException {
        String next = next();
        while (!next.startsWith(beginning)) {
            next = next();
        }
        return next;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
