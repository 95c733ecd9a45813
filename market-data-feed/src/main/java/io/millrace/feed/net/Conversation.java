package io.millrace.feed.net;

import io.netty.channel.Channel;
import java.util.function.BooleanSupplier;

/**
 * What a session says to a venue, and what the venue makes of it: subscriptions and how many are confirmed, signs of life.
 *
 * <p>Thread: the network thread. Allocation: for each message. Deterministic: no.
 */
final class Conversation {
    private final ConnectionPlan plan;
    private final Dialer dialer;
    private final Outbox outbox;
    private final BooleanSupplier isOver;
    private final Confirmations confirmations;

    /** @param isOver whether nobody listens any more */
    Conversation(final Channel channel, final ConnectionPlan plan, final Dialer dialer, final BooleanSupplier isOver) {
        this.plan = plan;
        this.dialer = dialer;
        this.outbox = new Outbox(channel, plan.pause(), dialer);
        this.isOver = isOver;
        this.confirmations = new Confirmations(plan.subscriptions());
    }

    /**
     * Subscribes, and shows life from now on.
     *
     * @param whenTime called when all should be confirmed
     */
    void begin(final Runnable whenTime) {
        plan.subscriptions().forEach(subscription -> outbox.send(subscription.text()));
        dialer.after(outbox.backlogNanos() + dialer.config().confirmWithin().toNanos(), whenTime);
        stayAlive();
    }

    private void stayAlive() {
        if (!plan.keepAlive().every().isZero()) {
            dialer.after(plan.keepAlive().every().toNanos(), () -> {
                if (!isOver.getAsBoolean()) {
                    outbox.sendFirst(plan.keepAlive().text());
                    stayAlive();
                }
            });
        }
    }

    /** Says that the client is there, as it was asked to. */
    void showLife() {
        if (!plan.keepAlive().answer().isEmpty()) {
            outbox.sendFirst(plan.keepAlive().answer());
        }
    }

    /** Says something, as fast as the venue lets. */
    void send(final String message) {
        outbox.send(message);
    }

    /** How long it takes to say what waits, nanoseconds. */
    long backlogNanos() {
        return outbox.backlogNanos();
    }

    /** What the venue has confirmed. */
    Confirmations confirmations() {
        return confirmations;
    }
}
