#!/usr/bin/env python3
"""Times PyTorch on the work that the Go benchmarks W1..W4 do.

Not run by go test. To compare, run both in turn, several times, on a machine
that does nothing else:

    go test -run '^$' -bench . ./internal/nn/kernel
    MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=17179869184 \\
        python3 internal/nn/kernel/testdata/peer_torch.py

The two variables keep the allocator from giving the output's memory back to
the system after each run: PyTorch has no call that writes a convolution over
a given output. Prints the shortest and the median time of each, in
microseconds, with one and with two threads, with data channel first (as Go
has it) and channel last (which PyTorch likes better for some of them).
"""
import statistics
import time

import torch
import torch.nn.functional as F


def work(layout):
    """The four pieces of work, as (name, function) pairs."""
    g = torch.Generator().manual_seed(4)

    def draw(*shape):
        t = torch.rand(*shape, generator=g) * 2 - 1
        return t.to(memory_format=layout) if t.dim() == 4 else t

    x1, w1, b10 = draw(1, 3, 720, 1280), draw(10, 3, 3, 3), draw(10)
    x2, w2, b5 = draw(1, 10, 720, 1280), draw(5, 10, 1, 1), draw(5)
    x4, w4 = draw(1, 3, 32, 32), draw(10, 3, 5, 5)
    return [
        ("W1", lambda: F.conv2d(x1, w1, b10, padding=1)),
        ("W2", lambda: F.conv2d(x2, w2, b5)),
        ("W3", lambda: F.max_pool2d(x2, 2)),
        ("W4", lambda: F.conv2d(x4, w4, b10, padding=2)),
    ]


def measure(run, seconds=1.0, warm=10):
    """Shortest and median time of run, in microseconds."""
    for _ in range(warm):
        run()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e6)
    return min(times), statistics.median(times)


def main():
    print("torch", torch.__version__)
    with torch.inference_mode():
        for threads in (1, 2):
            torch.set_num_threads(threads)
            for layout in (torch.contiguous_format, torch.channels_last):
                for name, run in work(layout):
                    shortest, median = measure(run)
                    print(f"{name} threads={threads} {layout} min={shortest:.1f}us median={median:.1f}us")


if __name__ == "__main__":
    main()
