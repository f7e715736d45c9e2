"""Runs `./just up` as a newcomer would, twice, signs in as whom it prints, and looks at the demo's web site and phone."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 1500


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def settings(data):
    app, sandbox, smtp, metrics = free_ports(4)
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {
        "GANGWAY_DATA_DIR": data,
        "GANGWAY_LISTEN": f"127.0.0.1:{app}",
        "GANGWAY_METRICS_LISTEN": f"127.0.0.1:{metrics}",
        "GANGWAY_SANDBOX_LISTEN": f"127.0.0.1:{sandbox}",
        "GANGWAY_SANDBOX_SMTP_LISTEN": f"127.0.0.1:{smtp}",
    }


def told(process):
    """What it prints until the last line of its welcome."""
    lines = []
    for line in process.stdout:
        print("   ", line, end="")
        lines.append(line)
        if line.startswith("Try "):
            return "".join(lines)
    sys.exit(f"./just up ended with {process.wait()}")


def get(url, body=None, origin=None):
    request = urllib.request.Request(url, json.dumps(body).encode() if body else None)
    request.add_header("content-type", "application/json")
    if origin:
        request.add_header("origin", origin)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read()


def sign_in(address, email, password):
    me = json.loads(get(f"{address}/public/v1/sessions", {"email": email, "password": password}))["me"]
    assert me["email"] == email, me


def try_demo(address, words):
    """The client's site carries its code, the code works there, and the phone has a number to text. Answers with it."""
    site = re.search(r"^Web site +(\S+)", words, re.MULTILINE)[1]
    origin, key = site.split("/site/")
    page = get(site).decode()
    assert f'data-application-key="{key}"' in page, "the code is not on the web site"
    get(re.search(r'<script async src="([^"]+)"', page)[1].replace("&#x2f;", "/"))
    widget = json.loads(get(f"{address}/public/v1/widgets/{key}", origin=origin))
    phone = re.search(r"^Phone +(\S+)", words, re.MULTILINE)[1]
    assert widget["company_name"] in get(phone).decode(), "the phone does not know the company"
    number = phone.rsplit("/", 1)[1]
    assert widget["sms_number"] == number, widget
    return number


def give_up(*_):
    raise TimeoutError(f"./just up was not there after {PATIENCE_S} s")


def run(data):
    started = time.monotonic()
    process = subprocess.Popen(
        ["./just", "up"], cwd=ROOT, env=settings(data), text=True, stdout=subprocess.PIPE, start_new_session=True
    )
    signal.alarm(PATIENCE_S)
    try:
        words = told(process)
        address = re.search(r"^Gangway +(\S+?)/?$", words, re.MULTILINE)[1]
        email, password = re.search(r'^Sign in as +(\S+) with "(.+)"$', words, re.MULTILINE).groups()
        sign_in(address, email, password)
        client = re.search(r"^Client +(\S+) with the same password$", words, re.MULTILINE)[1]
        sign_in(address, client, password)
        page = get(f"{address}/sign-in").decode()
        for asset in re.findall(r'(?:src|href)="(/[^"]+)"', page):
            get(f"{address}{asset}")
        assert ".wasm" in page, "the browser application is not there"
        return time.monotonic() - started, try_demo(address, words)
    finally:
        signal.alarm(0)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


signal.signal(signal.SIGALRM, give_up)
with tempfile.TemporaryDirectory() as folder:
    first, number = run(folder)
    again, same_number = run(folder)
assert number == same_number, "the demo's number did not outlive a restart"
print(f"./just up was there after {first:.0f} s, and after {again:.0f} s when started again")
