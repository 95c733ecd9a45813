package io.millrace.operators.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What an enriching step should do, in the simplest way. */
final class EnrichModel {
    private record Answer(long time, long value) {}

    private record Asked(long id, long number) {}

    private final long ttl;
    private final int capacity;
    private final int maxInFlight;
    private final Map<Long, Answer> cache = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, List<Long>> waiting = new LinkedHashMap<>();
    private final List<Asked> inFlight = new ArrayList<>();
    private final List<Asked> unsent = new ArrayList<>();
    private final List<String> out = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private long nextId;

    EnrichModel(final long ttl, final int capacity, final int maxInFlight) {
        this.ttl = ttl;
        this.capacity = capacity;
        this.maxInFlight = maxInFlight;
    }

    void item(final long time, final long value, final long number) {
        final Answer answer = cache.get(number);
        if (answer != null && time - answer.time <= ttl) {
            emit(value, number, answer.value);
            return;
        }
        cache.remove(number);
        if (!waiting.containsKey(number)) {
            waiting.put(number, new ArrayList<>());
            unsent.add(new Asked(nextId++, number));
            send();
        }
        waiting.get(number).add(value);
    }

    void answer(final long time, final long id, final long value) {
        for (final Asked asked : inFlight) {
            if (asked.id == id) {
                inFlight.remove(asked);
                send();
                cache.put(asked.number, new Answer(time, value));
                if (cache.size() > capacity) {
                    cache.remove(cache.keySet().iterator().next());
                }
                waiting.remove(asked.number).forEach(item -> emit(item, asked.number, value));
                return;
            }
        }
    }

    private void send() {
        while (inFlight.size() < maxInFlight && !unsent.isEmpty()) {
            final Asked next = unsent.remove(0);
            inFlight.add(next);
            sent.add(next.id + "?" + next.number);
        }
    }

    private void emit(final long value, final long number, final long answer) {
        out.add("k" + value % 3 + ": " + value + "/" + number + "/" + answer);
    }

    /** Mostly the id of a request that is on its way. */
    long anyId(final Random random) {
        return inFlight.isEmpty() || random.nextInt(10) == 0
                ? random.nextInt((int) nextId + 2)
                : inFlight.get(random.nextInt(inFlight.size())).id;
    }

    List<String> out() {
        return out;
    }

    List<String> sent() {
        return sent;
    }
}
