"""What the stores can do by themselves: the same statements, by their own benchmark programs."""

import contextlib
import glob
import re
import subprocess
import tempfile

import measure
import servers
from processes import SERVER_CORE

CONNECTIONS = (16, 64)

# One sign-on reads the API session and writes the link: what the gateway sends for getSingleSignOn.
POSTGRES_SCRIPT = """\\set number random(1, 1000000000000)
SELECT version, keep_until, body FROM gateway.record WHERE kind = 'api-session' AND id = 'none';
INSERT INTO gateway.record (kind, id, version, keep_until, body)
  VALUES ('login-link', 'bench-' || :number, 1, 9999999999999, decode(repeat('78', 180), 'hex'))
  ON CONFLICT DO NOTHING;
"""


def measured(table, options):
    """Calls a second that each store's own benchmark comes to with the same operations, by connections."""
    limits = {}
    for name, benchmark in (("redis", redis), ("postgresql", postgresql)):
        try:
            limits[name] = benchmark(options.seconds * options.rounds)
            measure.say(f"{name}'s own benchmark: {limits[name]}")
        except (RuntimeError, OSError, subprocess.CalledProcessError) as failure:
            table.leave_out(name + "'s own limit", failure)
    return limits


def redis(seconds):
    """A GET and a SET for each call, of the size of a link's record."""
    with tempfile.TemporaryDirectory() as directory, servers.redis(directory) as (url, _):
        port = url.rpartition(":")[2]
        program = ["taskset", "-c", SERVER_CORE, "redis-benchmark", "-p", port, "-q"]
        size = ["-n", str(20_000 * seconds), "-r", "1000000", "-d", "180"]
        limits = {}
        for connections in CONNECTIONS:
            rates = []
            for each in ("set", "get"):
                command = [*program, *size, "-c", str(connections), "-t", each]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                rates.append(float(re.findall(r"([0-9.]+) requests per second", done.stdout)[-1]))
            limits[connections] = 1 / sum(1 / rate for rate in rates)
        return limits


def postgresql(seconds):
    """pgbench with the gateway's own table and statements, prepared."""
    with contextlib.ExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory())
        url, _ = stack.enter_context(servers.postgresql(directory))
        stack.enter_context(servers.gateway_at(url))
        script = stack.enter_context(tempfile.NamedTemporaryFile("w", suffix=".sql"))
        script.write(POSTGRES_SCRIPT)
        script.flush()
        program = sorted(glob.glob("/usr/lib/postgresql/*/bin/pgbench"))[-1]
        command = ["taskset", "-c", SERVER_CORE, program, "-n", "-M", "prepared", "-T", str(seconds), "-f", script.name]
        limits = {}
        for connections in CONNECTIONS:
            done = subprocess.run(
                [*command, "-c", str(connections), url], check=True, capture_output=True, text=True
            )
            limits[connections] = float(re.findall(r"tps = ([0-9.]+)", done.stdout)[-1])
        return limits
