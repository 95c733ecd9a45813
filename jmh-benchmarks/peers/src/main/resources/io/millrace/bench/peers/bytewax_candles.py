"""The job on bytewax: one worker, the trades in memory before the clock starts. See BytewaxScript.

Arguments: file of trades, repetitions, seconds, directory for results, time from which windows do not count.
Trades are four numbers of eight bytes, little-endian: instrument, time, price, size.
"""
import gc
import struct
import sys
import time
from array import array
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

import bytewax.operators as op
import bytewax.operators.windowing as win
from bytewax.dataflow import Dataflow
from bytewax.outputs import DynamicSink, StatelessSinkPartition
from bytewax.testing import TestingSource, run_main

SMALL = 100
WEIGHT = 2.0 / 21
WINDOW = 1_000_000_000
START = 1_700_000_000_000_000_000
ALIGN = datetime.fromtimestamp(START // 1_000_000_000, timezone.utc)
FAR = datetime(2100, 1, 1, tzinfo=timezone.utc)
SECOND = timedelta(seconds=1)
BATCH = 1024


class Taking(StatelessSinkPartition):
    """End of a branch."""

    def __init__(self, rows, up):
        self._rows = rows
        self._up = up

    def write_batch(self, items):
        for key, (window, bar, average) in items:
            self._rows.append((int(key), START + window * WINDOW, *bar, average, self._up))


class Branch(DynamicSink):
    def __init__(self, rows, up):
        self._rows = rows
        self._up = up

    def build(self, step_id, worker_index, worker_count):
        return Taking(self._rows, self._up)


def add(bar, trade):
    price = trade[2]
    if not bar:
        return [price, price, price, price, trade[3], 1]
    if price > bar[1]:
        bar[1] = price
    elif price < bar[2]:
        bar[2] = price
    bar[3] = price
    bar[4] += trade[3]
    bar[5] += 1
    return bar


def merge(one, other):
    raise NotImplementedError("tumbling windows are not merged")


def average(mean, closed):
    window, bar = closed
    close = float(bar[3])
    mean = close if mean is None else mean + WEIGHT * (close - mean)
    return mean, (window, bar, mean)


def candles(trades, rows):
    flow = Dataflow("candles")
    stream = op.input("trades", flow, TestingSource(trades, batch_size=BATCH))
    large = op.filter("large", stream, lambda trade: trade[3] >= SMALL)
    keyed = op.key_on("instrument", large, lambda trade: trade[0])
    # The system's clock stands still: time goes by the trades alone, as for the others.
    clock = win.EventClock(
        ts_getter=lambda trade: trade[1],
        wait_for_system_duration=timedelta(0),
        now_getter=lambda: ALIGN,
        to_system_utc=lambda timestamp: FAR,
    )
    bars = win.fold_window(
        "1s", keyed, clock, win.TumblingWindower(length=SECOND, align_to=ALIGN), list, add, merge
    )
    closed = op.stateful_map("average", bars.down, average)
    branches = op.branch("up", closed, lambda item: item[1][1][3] > item[1][2])
    op.output("ups", branches.trues, Branch(rows, 1))
    op.output("downs", branches.falses, Branch(rows, 0))
    return flow


def read(file):
    numbers = array("q")
    with open(file, "rb") as source:
        numbers.frombytes(source.read())
    keys = [str(instrument) for instrument in range(1 + max(numbers[0::4]))]
    return [
        (keys[numbers[i]], ALIGN + timedelta(microseconds=(numbers[i + 1] - START) // 1_000), numbers[i + 2], numbers[i + 3])
        for i in range(0, len(numbers), 4)
    ]


def main(file, repetitions, seconds, directory, end):
    print(f"peer about bytewax {version('bytewax')}, one worker, batches of {BATCH}; start of the flow counted")
    print(f"peer on Python {sys.version.split()[0]}")
    trades = read(file)
    gc.collect()
    gc.freeze()
    begin = time.monotonic()
    for done in range(repetitions):
        if done >= 2 and time.monotonic() - begin > seconds:
            break
        rows = []
        flow = candles(trades, rows)
        start = time.perf_counter_ns()
        run_main(flow)
        took = time.perf_counter_ns() - start
        with open(f"{directory}/{done}", "wb") as out:
            for row in (row for row in rows if row[1] < end):
                out.write(struct.pack("<8qdq", *row))
        print(f"peer took {took}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
