"""Gangway and the floor as processes of their own."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from settings import FLOOR, GANGWAY

DEMO = {"email": "demo@harborlight.example", "password": "calm seas and fair winds"}


def free_port():
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return each.getsockname()[1]


def call(url, method="GET", body=None, headers=None):
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, method=method, headers={"content-type": "application/json", **(headers or {})})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or b"null")


def resident_mb(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Process:
    """A server, from its start until it is told to stop."""

    def __init__(self, command, settings, ready):
        env = {name: value for name, value in os.environ.items() if not name.startswith("GANGWAY_")}
        env.pop("DATABASE_URL", None)
        # Errors that remember where they came from are for developers.
        env.pop("RUST_BACKTRACE", None)
        self.log = tempfile.TemporaryFile("w+")
        started = time.monotonic()
        self.process = subprocess.Popen(command, env=env | settings, stdout=self.log, stderr=subprocess.STDOUT)
        while True:
            try:
                with urllib.request.urlopen(ready, timeout=1):
                    break
            except urllib.error.HTTPError:
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - started > 60:
                    self.log.seek(0)
                    sys.exit(f"{command} did not start:\n{self.log.read()}")
                time.sleep(0.002)
        self.started_after_ms = (time.monotonic() - started) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def resident_mb(self):
        return resident_mb(self.process.pid)

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Gangway(Process):
    def __init__(self, folder, database, workers="12"):
        port, sandbox = free_port(), free_port()
        self.url, self.sandbox = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{sandbox}"
        settings = {
            "GANGWAY_DATA_DIR": str(folder),
            "GANGWAY_LISTEN": f"127.0.0.1:{port}",
            "GANGWAY_BASE_URL": f"http://localhost:{port}",
            "GANGWAY_METRICS_LISTEN": "off",
            "GANGWAY_SANDBOX": "on",
            "GANGWAY_SANDBOX_LISTEN": f"127.0.0.1:{sandbox}",
            "GANGWAY_SANDBOX_SMTP_LISTEN": f"127.0.0.1:{free_port()}",
            "GANGWAY_LOG": "error",
            "GANGWAY_JOB_WORKERS": workers,
            "GANGWAY_TRUSTED_PROXIES": "127.0.0.1/32",
            # The load comes from one user of one partner.
            "GANGWAY_INVITES_PER_USER_PER_HOUR": "10000000",
            "GANGWAY_MAILS_PER_PARTNER_PER_HOUR": "10000000",
        }
        if database.url:
            settings["DATABASE_URL"] = database.url
        super().__init__([GANGWAY, "serve", "--demo"], settings, f"{self.url}/healthz")

    def token(self):
        # The demo partner is made when the server answers already.
        for _ in range(50):
            try:
                return call(f"{self.url}/public/v1/sessions", "POST", DEMO)["access_token"]
            except urllib.error.HTTPError as error:
                if error.code not in (401, 503):
                    raise
                time.sleep(0.2)
        sys.exit("the demo partner cannot sign in")

    def headers(self):
        return {"Authorization": f"Bearer {self.token()}"}


class Floor(Process):
    def __init__(self, folder, database, partner):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        target = database.url or f"sqlite:{folder}/gangway.db"
        super().__init__([FLOOR, target, f"127.0.0.1:{port}", partner], {}, f"{self.url}/api/v1/clients")

    def headers(self):
        return {}
