"""Measures the gateway against the limit and against what people use instead."""

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import time

import calls
import load
import measure
import report
import servers
import startup
import stores
from processes import BENCH


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds a row (5)")
    parser.add_argument("--seconds", type=int, default=2, help="length of a round (2)")
    parser.add_argument("--warm-up", type=int, default=8, help="seconds before the first round of a row (8)")
    parser.add_argument("--connections", default="16,1,256", help="connection counts (16,1,256)")
    parser.add_argument("--stores", default="memory,sqlite,postgresql,redis", help="the gateway's stores")
    parser.add_argument("--calls", default="", help="only rows whose call's name has this in it")
    parser.add_argument("--peers", default="all", help="names of peers, all or none (all)")
    parser.add_argument(
        "--parts", default="table,tail,startup,stores,micro,live", help="table, tail, startup, stores, micro, live"
    )
    parser.add_argument("--results", default=os.path.join(BENCH, "results"), help="where the results go")
    return parser.parse_args()


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()
    return {
        "processor": f"{model}, {os.cpu_count()} cores",
        "system": platform.release(),
        "java": java[1] if len(java) > 1 else "",
        "load_average_before": os.getloadavg()[0],
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
    }


def main():
    chosen = arguments()
    signal.signal(signal.SIGTERM, lambda *unused: sys.exit("Ended"))  # After its servers.
    parts = chosen.parts.split(",")
    connections = tuple(int(each) for each in chosen.connections.split(","))
    options = measure.Options(chosen.rounds, chosen.seconds, chosen.warm_up, connections, chosen.calls)
    table = measure.Table(options)
    results = {"machine": machine(), "options": vars(chosen)}
    engines = [each for each in chosen.stores.split(",") if each]
    if "startup" in parts:
        results["startup"] = startup.measured(options)
    with servers.limit() as limit:
        load.Calls(limit, calls.issue().of_limit(129), 16).warm(chosen.warm_up * 3)
        if "tail" in parts:
            results["tail"] = tails(table, limit)
        if "table" in parts:
            for store in engines:
                try:
                    measure.gateway(table, limit, store)
                except (RuntimeError, OSError) as failure:
                    table.leave_out("gateway " + store, failure)
            if chosen.peers != "none":
                peers = [] if chosen.peers == "all" else chosen.peers.split(",")
                measure.peers(table, limit, peers)
    if "stores" in parts:
        results["store_limits"] = stores.measured(table, options)
    if "micro" in parts:
        results["micro"] = startup.micro()
    if "live" in parts:
        results["live_links"] = startup.live(table, engines)
    results["rows"], results["left_out"] = table.rows, table.left_out
    report.write(results, chosen.results)


def tails(table, limit):
    with servers.gateway() as running:
        call = calls.issue(calls.session(running.url))
        least = call.of_limit(call.length_of_answer(running.url))
        return {"gateway": measure.tail(table, running, call), "limit": measure.tail(table, limit, least)}


if __name__ == "__main__":
    sys.exit(main())
