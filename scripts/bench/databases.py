"""The two databases, and filling them."""

import os
import sqlite3
import subprocess
import sys
import time

from settings import EVENTS, PARTNERS


class Sqlite:
    name = "SQLite"
    url = None

    def __init__(self, folder):
        self.folder = folder

    def run(self, statements):
        with sqlite3.connect(f"{self.folder}/gangway.db") as connection:
            connection.create_function("new_id", 0, lambda: os.urandom(16))
            for statement in statements:
                connection.execute(statement)

    def one(self, statement):
        with sqlite3.connect(f"{self.folder}/gangway.db") as connection:
            return connection.execute(statement).fetchone()[0]

    series = "(with recursive n(i) as (select {first} union all select i + 1 from n where i < {last}) select i from n)"
    id_as_text = "lower(hex(id))"
    any_text = "lower(hex(new_id()))"
    later = "strftime('%Y-%m-%dT%H:%M:%f+00:00', '2026-01-01 00:00:00.123', '+' || i || ' seconds')"


class Postgres:
    name = "PostgreSQL"

    def __init__(self, _folder):
        server = os.environ["GANGWAY_TEST_POSTGRES"]
        name = f"bench_{os.getpid()}_{time.monotonic_ns()}"
        self.psql(server, f"create database {name}")
        self.url = server.rsplit("/", 1)[0] + "/" + name

    @staticmethod
    def psql(url, statement):
        done = subprocess.run(
            ["psql", url, "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", statement],
            capture_output=True, text=True, check=False, env=os.environ | {"PGOPTIONS": "-c gangway.partner=*"},
        )
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout.strip()

    def run(self, statements):
        for statement in statements:
            self.psql(self.url, statement.replace("new_id()", "gen_random_uuid()"))

    def one(self, statement):
        return self.psql(self.url, statement)

    series = "(select i from generate_series({first}, {last}) i)"
    id_as_text = "id"
    any_text = "gen_random_uuid()"
    later = "timestamptz '2026-01-01 00:00:00.123Z' + i * interval '1 second'"


def fill(database, first, last):
    """Clients number `first` to `last`, in the image of the one made by hand."""
    numbers = database.series.format(first=first, last=last)
    copied = "c.partner_id, {0}, {0}, c.contact_email, c.created_by, c.address_line1, c.city, c.country, c.time_zone, c.reply_to, c.website"
    named = copied.format("'bench client ' || i")
    database.run(
        [
            "insert into clients (id, partner_id, name, name_key, contact_email, created_by, address_line1, city, country, "
            "time_zone, reply_to, website, application_key, created_at, updated_at, version, sort_name) "
            f"select new_id(), {named}, 'bench' || i, {database.later}, {database.later}, 1, 'bench client ' || i "
            f"from {numbers} n, (select * from clients where name = 'Template') c",
            "insert into onboardings (client_id, partner_id, credentials, company_info, enable_sms, enable_application, "
            "invite_team, draft, updated_at) select c.id, c.partner_id, o.credentials, o.company_info, o.enable_sms, "
            "o.enable_application, o.invite_team, o.draft, c.updated_at from clients c, (select o.* from onboardings o "
            "join clients t on t.id = o.client_id where t.name = 'Template') o "
            "where not exists (select 1 from onboardings x where x.client_id = c.id)",
            "insert into invites (id, partner_id, kind, email, role, client_id, generation, created_at, sent_at, expires_at) "
            "select new_id(), c.partner_id, 'client_setup', c.contact_email, 'company_administrator', c.id, 1, "
            "c.created_at, c.created_at, c.created_at from clients c "
            "where not exists (select 1 from invites x where x.partner_id = c.partner_id and x.client_id = c.id)",
        ]
    )
    # SQLite is left without figures about its tables, as Gangway leaves it.
    if database.url:
        database.run(["analyze"])


def neighbours(database):
    """199 partners more, each with 25 clients, and a million events among them all."""
    named = "name, clients_word, created_at, updated_at, version"
    database.run(
        [
            f"insert into partners (id, {named}) select new_id(), 'Neighbour ' || i, clients_word, created_at, updated_at, version "
            f"from {database.series.format(first=1, last=PARTNERS - 1)} n, (select * from partners limit 1) p",
            "insert into clients (id, partner_id, name, name_key, application_key, created_at, updated_at, version, sort_name) "
            f"select new_id(), p.id, 'client ' || i, 'client' || i, {database.any_text}, {database.later}, {database.later}, 1, 'client ' || i "
            f"from {database.series.format(first=1, last=25)} n, (select id from partners where name like 'Neighbour %') p",
            "insert into events (id, partner_id, kind, subject_id, data, actor, sequence, previous_hash, hash, created_at) "
            f"select new_id(), p.id, 'client.created', p.id, '{{}}', 'system', 1000000 + i, '', '', {database.later} "
            f"from {database.series.format(first=1, last=EVENTS // PARTNERS)} n, partners p",
        ]
    )
    if database.url:
        database.run(["analyze"])
