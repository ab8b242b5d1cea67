"""What was to be reached, and what was: one line a goal, of those that the results have figures for."""

JSON_RPC, SOAP, PLANHAT = "JSON-RPC getSingleSignOn", "SOAP getSingleSignOn", "Planhat issue"

SHARES = (
    (JSON_RPC, 0.75),
    (SOAP, 0.60),
    ("Chargebee create", 0.80),
    (PLANHAT, 0.80),
    ("Fusebill issue", 0.80),
    ("redemption", 0.80),
)
PEERS = (
    ("Apache CXF", (SOAP,), 4),
    ("WireMock", (JSON_RPC, SOAP, PLANHAT), 3),
    ("MockServer", (JSON_RPC, SOAP, PLANHAT), 1.5),
)
STORES = (("redis", "Redis"), ("postgresql", "PostgreSQL"))


def goals(results):
    """Lines of (what, goal, measured, whether it is met)."""
    rows = Rows(results["rows"])
    of_table = (*shares(rows), *against_peers(rows), *stores(rows, results))
    return [*of_table, *tail(results), *start(results), *links(results)]


class Rows:
    """The rows that were measured, by what they are of."""

    def __init__(self, rows):
        self.rows = rows

    def of(self, call, server="gateway", store="memory", connections=16):
        wanted = (call, server, store if server == "gateway" else "none", connections)
        for row in self.rows:
            if (row["call"], row["server"], row["store"], row["connections"]) == wanted:
                yield row


def shares(rows):
    for call, goal in SHARES:
        for row in rows.of(call):
            yield call, f"{goal:.2f} of the limit", span(row["of_limit"], ".2f"), row["of_limit"]["median"] >= goal


def against_peers(rows):
    for peer, calls, goal in PEERS:
        for call in calls:
            for row in rows.of(call, server=peer):
                times, limit = row["gateway_against_it"], 1 / row["of_limit"]["median"]
                measured = f"{span(times, '.1f')} times; the limit {limit:.1f} times"
                yield f"{call}, against {peer}", f"{goal:g} times", measured, times["median"] >= goal


def stores(rows, results):
    for ours in rows.of(JSON_RPC, store="sqlite", connections=64):
        for memory in rows.of(JSON_RPC, connections=64):
            share = ours["of_limit"]["median"] / memory["of_limit"]["median"]
            yield "SQLite at 64 connections", "0.5 of the memory store", f"{share:.2f}", share >= 0.5
    for store, name in STORES:
        for connections, own in results.get("store_limits", {}).get(store, {}).items():
            for row in rows.of(JSON_RPC, store=store, connections=int(connections)):
                rate = row["per_second"]["median"]
                reached = rate >= 0.8 * own or row["of_limit"]["median"] >= 0.75
                measured = f"{rate / own:.2f} ({rate:,.0f} of {own:,.0f} calls/s)"
                goal = "0.8 of its own benchmark, or 0.75 of the limit"
                yield f"{name} at {connections} connections", goal, measured, reached


def tail(results):
    if "tail" in results:
        ours, least = results["tail"]["gateway"], results["tail"]["limit"]
        times, limit = (each["p99_us"]["median"] / each["p50_us"] for each in (ours, least))
        measured = f"{times:.0f} times; the limit {limit:.0f} times"
        yield "p99 at 70 % of saturation", "5 times the median", measured, times < 5


def start(results):
    if "startup" in results:
        plain, archived = results["startup"]["first_answer"], results["startup"]["first_answer_with_archive"]
        for what, each, goal in (
            ("first answer after JVM start", plain, 0.8),
            ("the same with the archive", archived, 0.5),
        ):
            yield what, f"{goal} s", span(each["seconds"], ".2f") + " s", each["seconds"]["median"] <= goal
        megabytes = max(plain["resident_megabytes"], archived["resident_megabytes"])
        yield "resident memory, idle", "120 MB", f"{megabytes:.0f} MB", megabytes <= 120
    if "micro" in results:
        millis = results["micro"]["embedded"]["warm_millis"]
        yield "embedded start in a warm JVM", "150 ms", f"{millis:.0f} ms", millis <= 150


def links(results):
    if "memory" in results.get("live_links", {}):
        few, *_, many = results["live_links"]["memory"]
        yield "heap of a live link, one million", "350 bytes", f"{many['bytes']} bytes", many["bytes"] <= 350
        grown = (many["issue_micros"] + many["redeem_micros"]) / (few["issue_micros"] + few["redeem_micros"])
        what = "issue and redeem, a million live links against a thousand"
        yield what, "within 10 %", f"{grown:.2f} times", grown <= 1.1


def span(value, form):
    return f"{value['median']:{form}} ({value['min']:{form}} to {value['max']:{form}})"
