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
    gateway: list

    def figures(self):
        rate = [each.per_second for each in self.rounds]
        limit = [each.per_second for each in self.limit]
        ratios = [ours / theirs for ours, theirs in zip(rate, limit)]
        against = [ours.per_second / theirs for ours, theirs in zip(self.gateway, rate)]
        cpu = statistics.median(each.cpu_us for each in self.rounds)
        return {
            "server": self.server,
            "store": self.store,
            "call": self.call,
            "connections": self.connections,
            "per_second": spread(rate),
            "of_limit": spread(ratios),
            "gateway_against_it": spread(against) if against else None,
            "cpu_us": cpu,
            "store_cpu_us": statistics.median(each.store_cpu_us for each in self.rounds),
            "cpu_of_limit": statistics.median(each.cpu_us for each in self.limit) / cpu,
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

    def measure(self, server, store, name, subject, limit, connections, warm_up=None, ours=()):
        """A row; where it is a peer's, the gateway's own load takes turns with it too."""
        everyone = [limit, subject, *ours]
        rounds = []
        try:
            for each in (subject, *ours):
                each.warm(warm_up or self.options.warm_up)
            for _ in range(self.options.rounds + 1):
                rounds.append(
                    [
                        each.round_alone([other for other in everyone if other is not each], self.options.seconds)
                        for each in everyone
                    ]
                )
        except (load.WrongAnswers, RuntimeError) as failure:
            self.leave_out(f"{server} {store} {name}", failure)
            return
        least, its, *gateways = zip(*rounds[1:])  # The first is for what the machine has to get used to.
        row = Row(server, store, name, connections, its, least, gateways[0] if gateways else ())
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
        ("JSON-RPC login", without_session(calls.login), usual),
        ("Chargebee create", without_session(calls.chargebee), usual),
        ("Planhat issue", without_session(calls.planhat), usual),
        ("Fusebill issue", without_session(calls.fusebill), usual),
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


def without_session(made):
    """A call that is made of no session, to be made like those that are."""
    return lambda session: made()


PEERS = {
    "WireMock": (servers.wiremock, (calls.issue, calls.soap, without_session(calls.planhat))),
    "MockServer": (servers.mockserver, (calls.issue, calls.soap, without_session(calls.planhat))),
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
            with start() as running, servers.gateway("memory") as gateway_of_ours:
                for made in its_calls:
                    peer_row(table, limit, name, running, gateway_of_ours, made)
        except (RuntimeError, OSError) as failure:
            table.leave_out(name, failure)


def peer_row(table, limit, name, running, gateway_of_ours, made):
    connections = 16
    session = calls.session(gateway_of_ours.url)
    its_call, our_call = made(calls.NO_SESSION), made(session)
    if table.wants(its_call.name):
        least = its_call.of_limit(its_call.length_of_answer(running.url))
        ours = load.Calls(gateway_of_ours, our_call, connections)
        table.measure(
            name,
            "none",
            its_call.name,
            load.Calls(running, its_call, connections),
            load.Calls(limit, least, connections),
            connections,
            ours=(ours,),
        )


def tail(table, running, call):
    """The latencies at 70 % of what the server can do: connections that pause between calls, as many as that takes."""
    wanted = 0.7
    load.Calls(running, call, 16).warm(table.options.warm_up)
    full = load.Calls(running, call, 16).round(table.options.seconds * 3).per_second
    connections = 16
    for _ in range(4):
        paced = load.Calls(running, call, connections, {"BENCH_PAUSE": "1"})
        share = paced.round(table.options.seconds).per_second / full
        connections = max(1, round(connections * wanted / share))
    paced = load.Calls(running, call, connections, {"BENCH_PAUSE": "1"})
    rounds = [paced.round(table.options.seconds) for _ in range(table.options.rounds)]
    return {
        "connections": connections,
        "share": spread([each.per_second / full for each in rounds]),
        "p50_us": statistics.median(each.p50_us for each in rounds),
        "p99_us": spread([each.p99_us for each in rounds]),
    }
