"""Texts and the widget: its size and settings, webhooks at a pace, and how long a text takes to the open inbox."""

import base64
import hashlib
import hmac
import http.client
import json
import queue
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from load import paced, percentile, wrk
from servers import Gangway, call
from settings import ARRIVALS, TEXTS_PER_S, TEXTS_S, say

# The account of the simulated Twilio.
SID, TOKEN = "AC00000000000000000000000000000001", "00000000000000000000000000000001"


class Company:
    """The demo's client, with its number."""

    def __init__(self, server):
        self.server, self.headers = server, server.headers()
        for _ in range(100):
            found = [client for client in call(f"{server.url}/api/v1/clients?q=Saltmarsh", headers=self.headers)["data"]]
            numbers = self.numbers() if found else []
            if numbers:
                break
            time.sleep(0.2)
        self.id = found[0]["id"]
        # Twilio signs the address without what stands behind #: how often it tries again.
        self.number, self.hook = numbers[0]["phone_number"], numbers[0]["sms_url"].split("#")[0]

    def numbers(self):
        login = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
        url = f"{self.server.sandbox}/2010-04-01/Accounts/{SID}/IncomingPhoneNumbers.json"
        return [one for one in call(url, headers={"Authorization": f"Basic {login}"})["incoming_phone_numbers"] if one["sms_url"]]

    def text(self, number, body):
        """A text of a customer's, as Twilio brings it."""
        fields = {
            "AccountSid": SID, "MessageSid": f"SM{number:032x}", "From": f"+1212{2000000 + number}", "To": self.number,
            "Body": body, "NumMedia": "0", "NumSegments": "1",
        }
        signed = self.hook + "".join(name + fields[name] for name in sorted(fields))
        signature = base64.b64encode(hmac.new(TOKEN.encode(), signed.encode(), hashlib.sha1).digest()).decode()
        headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
        path = urllib.parse.urlsplit(self.hook).path
        request = urllib.request.Request(self.server.url + path, urllib.parse.urlencode(fields).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            answer.read()

    def newest(self):
        page = call(f"{self.server.url}/api/v1/clients/{self.id}/conversations?limit=1", headers=self.headers)
        return page["data"][0]["customer_number"]


def texting(kind):
    say(f"{kind.name}: texts and the widget")
    with tempfile.TemporaryDirectory() as folder:
        database = kind(folder)
        with Gangway(folder, database) as server:
            company = Company(server)
            found = {"sizes": sizes(server), "widget": widget(server, company)}
            found["arrivals"] = arrivals(server, company)
            found["taken"] = taken(company, database)
            return found


def sizes(server):
    """Bytes of the loader and of what comes when it is opened, with brotli."""
    found = {}
    for name in ("v1.js", "v1-panel.js"):
        request = urllib.request.Request(f"{server.url}/widget/{name}", headers={"Accept-Encoding": "br"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            found[name] = len(answer.read())
    return found


def widget(server, company):
    """Its settings beside the smallest answer there is, whole and as what the page has already."""
    key = call(f"{server.url}/api/v1/clients/{company.id}/application", headers=company.headers)["application_key"]
    url, origin = f"{server.url}/public/v1/widgets/{key}", {"Origin": server.sandbox.replace("127.0.0.1", "localhost")}
    request = urllib.request.Request(url, headers=origin)
    with urllib.request.urlopen(request, timeout=30) as answer:
        known = origin | {"If-None-Match": answer.headers["ETag"]}
    return {
        "healthz": wrk(f"{server.url}/healthz", 32, {}),
        "settings": wrk(url, 32, origin),
        "known": wrk(url, 32, known),
    }


def arrivals(server, company):
    """Milliseconds from a text's webhook to the list of conversations of an inbox that is open."""
    told, heard = queue.Queue(), threading.Event()
    host = urllib.parse.urlsplit(server.url).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", "/api/v1/stream", headers=company.headers)
    stream = connection.getresponse()

    def listen():
        try:
            for line in stream:
                heard.set()
                if line.startswith(b"data:") and json.loads(line[5:])["type"] == "message.received":
                    told.put(time.monotonic())
        except (OSError, ValueError, AttributeError):
            return

    threading.Thread(target=listen, daemon=True).start()
    heard.wait(12)
    latencies = []
    for count in range(ARRIVALS):
        begun = time.monotonic()
        company.text(count, f"Is somebody there? {count}")
        told.get(timeout=30)
        if company.newest() != f"+1212{2000000 + count}":
            raise SystemExit("a text that was told of is not in the inbox")
        latencies.append((time.monotonic() - begun) * 1000)
        time.sleep(0.05)
    connection.close()
    latencies.sort()
    return {"p50": percentile(latencies, 50), "p99": percentile(latencies, 99)}


def taken(company, database):
    """Texts at a pace, some of them twice: each is there once."""
    def send(index):
        # Every twentieth comes again, as Twilio does when an answer was slow.
        company.text(ARRIVALS + (index - 1 if index % 20 == 19 else index), "How late are you open today?")

    there = "select count(*) from messages where provider_sid like 'SM00000000000000%'"
    before = int(database.one(there))
    latencies = paced(send, TEXTS_S, TEXTS_PER_S, at_once=64)
    sent = TEXTS_S * TEXTS_PER_S
    stored = int(database.one(there)) - before
    return {"p50": percentile(latencies, 50), "p99": percentile(latencies, 99), "sent": sent - sent // 20, "stored": stored}
