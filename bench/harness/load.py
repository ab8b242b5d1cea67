"""One round of load by wrk, on the load's core."""

import contextlib
import dataclasses
import json
import os
import subprocess
import tempfile

import calls
from processes import BENCH, LOAD_CORE

LUA = os.path.join(BENCH, "lua")


@dataclasses.dataclass(frozen=True)
class Round:
    """What a round came to: answers a second, and what each cost the server's and the store's processor."""

    right: int
    per_second: float
    p50_us: int
    p99_us: int
    cpu_us: float
    store_cpu_us: float


class WrongAnswers(Exception):
    """Some answer under load was not the right one, so that speed means nothing."""


def wrk(url, script, arguments, seconds, connections, threads=1, env=None):
    command = ["taskset", "-c", LOAD_CORE, "wrk", "-t", str(threads), "-c", str(connections)]
    command += ["-d", f"{seconds}s", "--timeout", "10s", "-s", os.path.join(LUA, script), url, "--", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "BENCH_LUA": LUA, **(env or {})}
    )
    if done.returncode:
        raise RuntimeError(f"wrk failed: {done.stdout}{done.stderr}")
    return done.stdout


def measured(server, script, arguments, seconds, connections, threads=1, env=None):
    """A round that counts; every answer of it is the right one."""
    processes = [process for process in (server.process, server.store) if process]
    before = [process.cpu_seconds() for process in processes]
    output = wrk(server.url, script, arguments, seconds, connections, threads, env)
    cpu = [process.cpu_seconds() - start for process, start in zip(processes, before)]
    if "ROUND " not in output:
        raise RuntimeError(f"{script} came to no end in {seconds} seconds")
    report = json.loads(output.split("ROUND ", 1)[1])
    right = report["right"]
    if report["wrong"] or report["errors"] or not right:
        raise WrongAnswers(f"{script} {arguments[:2]}: {report}")
    return Round(
        right=right,
        per_second=right / report["seconds"],
        p50_us=report["p50_us"],
        p99_us=report["p99_us"],
        cpu_us=cpu[0] / right * 1e6,
        store_cpu_us=cpu[1] / right * 1e6 if len(cpu) > 1 else 0,
    )


class Load:
    """Something that a server is asked, by rounds."""

    server = None

    # Warm is a server whose compilers take less than this share of a core, or that had so many rounds.
    COMPILED = 0.05
    MOST_WARMING = 6

    def warm(self, seconds):
        """Rounds that do not count, on all cores, until there is little left to compile."""
        process = self.server.process
        with process.on_all_cores():
            for _ in range(self.MOST_WARMING):
                before = process.cpu_seconds(of_compilers=True)
                self.round(seconds)
                if process.cpu_seconds(of_compilers=True) - before < self.COMPILED * seconds:
                    return

    def round_alone(self, others, seconds):
        """A round while the servers of other loads stand still."""
        with contextlib.ExitStack() as stopped:
            for other in others:
                stopped.enter_context(other.server.process.stopped())
            return self.round(seconds)


class Calls(Load):
    """The same call again and again."""

    def __init__(self, server, call, connections, env=None, threads=1):
        self.server, self.call, self.connections, self.env, self.threads = server, call, connections, env, threads

    def round(self, seconds):
        arguments = self.call.arguments()
        return measured(self.server, "calls.lua", arguments, seconds, self.connections, self.threads, self.env)


class Cycle(Load):
    """Log in, issue and redeem."""

    def __init__(self, server, connections):
        self.server, self.connections = server, connections

    def round(self, seconds):
        threads = self.connections
        return measured(self.server, "cycle.lua", calls.cycle(), seconds, threads, threads)


class Paths(Load):
    """Requests for one path, each read from a file like the links of redemptions: the limit of those."""

    def __init__(self, server, call, redemptions):
        self.server, self.call, self.redemptions = server, call, redemptions

    def round(self, seconds):
        with tempfile.NamedTemporaryFile("w", suffix=".links") as file:
            file.write((self.call.path + "\n") * (int(self.redemptions.expected * seconds) + 1))
            file.flush()
            arguments = [file.name, str(self.call.status), "/200/1"]
            longest = Redemptions.LONGEST_SECONDS
            return measured(self.server, "links.lua", arguments, longest, self.redemptions.connections)


class Redemptions(Load):
    """Fresh links, each redeemed once; then each is tried again, and must be told that it was used."""

    LONGEST_SECONDS = 120

    # How many may be redeemed a second, before it was tried.
    FIRST_GUESS = 3_000

    def __init__(self, server, connections):
        self.server, self.connections = server, connections
        self.expected = self.FIRST_GUESS

    def round(self, seconds):
        with tempfile.NamedTemporaryFile(suffix=".links") as file:
            self.issue(file.name, int(self.expected * seconds) + 1)
            outcome = self.follow(file.name, 303)
            self.follow(file.name, 410)
        self.expected = outcome.per_second
        return outcome

    def issue(self, file, count):
        hundred = calls.batch(calls.session(self.server.url), 100)
        arguments = [file, str(count), hundred.body]
        wrk(self.server.url, "issue.lua", arguments, self.LONGEST_SECONDS, self.connections)

    def follow(self, file, status):
        arguments = [file, str(status)]
        return measured(self.server, "links.lua", arguments, self.LONGEST_SECONDS, self.connections)
