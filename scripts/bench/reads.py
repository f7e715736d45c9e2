"""Reads at a steady pace from a process of its own, so that whoever watches an import beside it is no part of what is
measured. Prints the latencies in ms, path by path, once its input is closed."""

import http.client
import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

AT_ONCE = 16
own = threading.local()


def get(host, path, headers):
    """One read over a connection that stays open, as a browser's does."""
    if not hasattr(own, "connection"):
        own.connection = http.client.HTTPConnection(host, timeout=30)
    own.connection.request("GET", path, headers=headers)
    answer = own.connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")


def main():
    asked = json.loads(sys.stdin.readline())
    host, paths, per_s = urlsplit(asked["url"]).netloc, asked["paths"], asked["per_s"]
    latencies = [[] for _ in paths]
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()

    def read(index):
        which = index % len(paths)
        # From when it is sent: a processor that this process had to wait for is not the server's.
        at = time.monotonic()
        get(host, paths[which], asked["headers"])
        latencies[which].append((time.monotonic() - at) * 1000)

    begun, index, sent = time.monotonic(), 0, []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while not over.wait(max(0, begun + index / per_s - time.monotonic())):
            sent.append(pool.submit(read, index))
            index += 1
    for each in sent:
        each.result()
    json.dump(latencies, sys.stdout)


main()
