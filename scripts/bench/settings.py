"""What is measured how long, and the file it is written to."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHORT = "--short" in sys.argv
GANGWAY, FLOOR = sys.argv[1:3]
SECONDS = 2 if SHORT else 5
CONNECTIONS = (2, 32, 128)
CLIENTS = 10_000
GROWTH = (1_000, 10_000) if SHORT else (1_000, 10_000, 100_000, 1_000_000)
PARTNERS = 200
EVENTS = 100_000 if SHORT else 1_000_000
JOBS = 2_000 if SHORT else 10_000
WRITERS = 16
OVERLOAD_S = 10 if SHORT else 120
TEXTS_PER_S, TEXTS_S = 200, 10 if SHORT else 60
IMPORTS = (1_000, 5_000) if SHORT else (1_000, 10_000, 100_000)
READS_PER_S = 50
ARRIVALS = 25 if SHORT else 150


def say(words):
    print(words, flush=True)
