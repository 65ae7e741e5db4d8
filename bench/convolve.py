"""The forward flows of a chain by numpy's direct convolution: days, kernels and rates from standard input."""
import json
import resource
import sys
import time

import numpy

given = json.load(sys.stdin)
inflow = numpy.array(given["inflow"])
kernels = [numpy.array(each) for each in given["kernels"]]


def forward():
    entries = inflow
    for kernel, rate in zip(kernels, given["rates"]):
        entries = numpy.convolve(entries, kernel)[: len(inflow)] * rate
    return entries


forward()
times = []
for _ in range(50):
    started = time.perf_counter()
    won = forward()
    times.append((time.perf_counter() - started) * 1000)
print(json.dumps({
    "median": sorted(times)[len(times) // 2],
    "won": float(won.sum()),
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
