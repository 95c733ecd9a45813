package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** Takes the payloads of records and hands them to their inputs. */
public interface InputPort {

    /** A record of DATA, COMMAND or ANSWER: its payload. */
    void onPayload(int input, UnsafeBuffer buffer, int offset, int length);
}
