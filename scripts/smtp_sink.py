"""A mail server for tests: takes every mail and writes it to a file, one JSON object a line.

    python smtp_sink.py FILE [CERTIFICATE KEY]

Needs aiosmtpd. With a certificate it offers STARTTLS and takes nothing without it.
Prints the port it listens on (127.0.0.1), then serves until it is ended.
"""

import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys

from aiosmtpd.smtp import SMTP


def addresses(header):
    return [address.addr_spec for address in header.addresses] if header else []


class Sink:
    def __init__(self, path):
        self.path = path
        open(path, "w", encoding="utf-8").close()

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        mail = {
            "mail_from": envelope.mail_from,
            "rcpt_tos": envelope.rcpt_tos,
            "headers": message.keys(),
            "from": addresses(message["From"]),
            "to": addresses(message["To"]),
            "tls": session.ssl is not None,
            "subject": str(message["Subject"]),
            "parts": [part.get_content_type() for part in parts],
            "texts": [part.get_content() for part in parts],
            "defects": [repr(d) for part in message.walk() for d in part.defects],
            "raw": envelope.content.decode("latin-1"),
        }
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(mail) + "\n")
        return "250 Taken"


def tls_context(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def main():
    # A client that distrusts the certificate is what a test wants, not an error to tell.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    loop = asyncio.get_running_loop()
    sink = Sink(sys.argv[1])
    tls = tls_context(*sys.argv[2:4]) if len(sys.argv) > 3 else None

    def serve():
        return SMTP(sink, tls_context=tls, require_starttls=tls is not None)

    server = await loop.create_server(serve, host="127.0.0.1", port=0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
