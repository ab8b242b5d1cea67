"""Rows of the table: a subject and the limit by turns, so that whatever disturbs the machine disturbs both."""

import dataclasses
import functools
import os
import statistics
import sys
import time

import calls
import load
import servers

# Answers of a redemption have no body.
NO_BODY = 0

# Three calls, which count as one.
CYCLE = "login, issue, redeem"


@dataclasses.dataclass(frozen=True)
class Options:
    """How long everything takes."""

    rounds: int
    seconds: int
    warm_up: int
    connections: tuple
    calls: str


@dataclasses.dataclass(frozen=True)
class Row:
    """What one call costs one server at so many connections."""

    server: str
    store: str
    call: str
    connections: int
    rounds: list
    limit: list

    def figures(self):
        rate = [each.per_second for each in self.rounds]
        limit = [each.per_second for each in self.limit]
        ratios = [ours / theirs for ours, theirs in zip(rate, limit)]
        cpu = statistics.median(each.cpu_us for each in self.rounds)
        return {
            "server": self.server,
            "store": self.store,
            "call": self.call,
            "connections": self.connections,
            "per_second": spread(rate),
            "of_limit": spread(ratios) if ratios else None,
            "cpu_us": cpu,
            "store_cpu_us": statistics.median(each.store_cpu_us for each in self.rounds),
            "cpu_of_limit": statistics.median(each.cpu_us for each in self.limit) / cpu if ratios else None,
            "p50_us": statistics.median(each.p50_us for each in self.rounds),
            "p99_us": statistics.median(each.p99_us for each in self.rounds),
            "load_average": os.getloadavg()[0],
        }


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def say(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


class Table:
    """The rows that were measured; a server that could not be measured is named with the reason."""

    def __init__(self, options):
        self.options = options
        self.rows = []
        self.left_out = []

    def wants(self, call):
        """Whether the rows of that call were asked for."""
        return self.options.calls in call

    def measure(self, server, store, name, subject, limit, connections, warm_up=None):
        try:
            subject.warm(warm_up or self.options.warm_up)
            subject.round(1)
            limit.round(1)
            pairs = [
                (limit.round(self.options.seconds), subject.round(self.options.seconds))
                for _ in range(self.options.rounds)
            ]
        except (load.WrongAnswers, RuntimeError) as failure:
            self.leave_out(f"{server} {store} {name}", failure)
            return
        row = Row(server, store, name, connections, [ours for _, ours in pairs], [least for least, _ in pairs])
        self.rows.append(row.figures())
        figures = self.rows[-1]
        say(
            f"{server} {store} {name} c={connections}: {figures['per_second']['median']:.0f}/s, "
            f"{figures['of_limit']['median']:.2f} of the limit, {figures['cpu_us']:.0f} us"
        )

    def leave_out(self, what, why):
        reason = str(why).strip().splitlines()
        self.left_out.append({"what": what, "why": reason[0] if reason else type(why).__name__})
        say(f"{what} is left out: {why}")

    def calls(self, server, store, running, limit, each_call, all_connections):
        least = each_call.of_limit(each_call.length_of_answer(running.url))
        for connections in all_connections:
            warm_up = self.options.warm_up if connections == all_connections[0] else 2
            self.measure(
                server,
                store,
                each_call.name,
                load.Calls(running, each_call, connections),
                load.Calls(limit, least, connections),
                connections,
                warm_up,
            )


def gateway(table, limit, store):
    """The gateway's rows with one store: the two protocols at all connection counts, the others at the first."""
    everywhere, usual = table.options.connections, table.options.connections[:1]
    plan = (
        ("JSON-RPC getSingleSignOn", calls.issue, everywhere + (64,)),
        ("SOAP getSingleSignOn", calls.soap, everywhere if store == "memory" else usual),
        ("JSON-RPC batch of 10", calls.batch, usual),
        ("JSON-RPC login", lambda session: calls.login(), usual),
        ("Chargebee create", lambda session: calls.chargebee(), usual),
        ("Planhat issue", lambda session: calls.planhat(), usual),
        ("Fusebill issue", lambda session: calls.fusebill(), usual),
    )
    least = calls.redemption(303).of_limit(NO_BODY)

    def call_rows(running, made, connections):
        table.calls("gateway", store, running, limit, made(calls.session(running.url)), connections)

    def redemption_row(running):
        redemptions = load.Redemptions(running, usual[0])
        link_row(running, "redemption", redemptions, load.Paths(limit, least, redemptions))

    def cycle_row(running):
        threads = usual[0]
        link_row(running, CYCLE, load.Cycle(running, threads), load.Calls(limit, least, threads, threads=threads))

    def link_row(running, name, subject, its_limit):
        load.Calls(running, calls.issue(calls.session(running.url)), usual[0]).warm(table.options.warm_up)
        table.measure("gateway", store, name, subject, its_limit, usual[0], table.options.warm_up * 3)

    rows = [functools.partial(call_rows, made=made, connections=c) for name, made, c in plan if table.wants(name)]
    rows += [row for name, row in (("redemption", redemption_row), (CYCLE, cycle_row)) if table.wants(name)]
    if store == "memory":
        for row in rows:  # Each has a gateway of its own, so that none pays for the links of another.
            with servers.gateway(store) as running:
                row(running)
    else:
        with servers.gateway(store) as running:
            load.Calls(running, calls.issue(calls.session(running.url)), 64).warm(table.options.warm_up * 3)
            for row in rows:
                row(running)


PEERS = {
    "WireMock": (servers.wiremock, (calls.issue, calls.soap, calls.planhat)),
    "MockServer": (servers.mockserver, (calls.issue, calls.soap, calls.planhat)),
    "Apache CXF": (servers.cxf, (calls.soap,)),
    "JAX-WS RI, typed": (servers.jaxws, (calls.soap,)),
    "jsonrpc4j servlet": (servers.jsonrpc4j, (calls.issue,)),
    "PHP SoapServer": (servers.php, (calls.soap,)),
}

def peers(table, limit, chosen):
    for name, (start, its_calls) in PEERS.items():
        if chosen and name not in chosen:
            continue
        try:
            with start() as running:
                for each in filter(lambda call: table.wants(call.name), (made() for made in its_calls)):
                    table.calls(name, "none", running, limit, each, (16,))
        except (RuntimeError, OSError) as failure:
            table.leave_out(name, failure)


def tail(table, running, call):
    """The latencies at 70 % of what the server can do: many connections that pause between calls."""
    pause_ms = 20
    load.Calls(running, call, 16).warm(table.options.warm_up * 2)
    full = load.Calls(running, call, 16).round(table.options.seconds * 3).per_second
    connections = max(1, int(full * 0.7 * pause_ms / 1_000))
    paced = load.Calls(running, call, connections, {"BENCH_PAUSE": str(pause_ms)})
    rounds = [paced.round(table.options.seconds) for _ in range(table.options.rounds)]
    return {
        "share": spread([each.per_second / full for each in rounds]),
        "p50_us": statistics.median(each.p50_us for each in rounds),
        "p99_us": statistics.median(each.p99_us for each in rounds),
    }
