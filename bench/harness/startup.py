"""How soon the gateway answers, what it needs when idle, and what its parts cost alone."""

import json
import os
import re
import statistics
import subprocess
import tempfile

from processes import ROOT, Process, class_path, free_port
from servers import JAR, OPTIONS, STORES

ARCHIVE = ["-Xshare:auto", "-XX:SharedArchiveFile=" + os.path.join(ROOT, "target", "gateway.jsa")]


def measured(options):
    """Times to the first answer in seconds, and the memory after it in megabytes."""
    # The archive is made by the first run of a new jar.
    subprocess.run([os.path.join(ROOT, "bin", "gateway"), "--version"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as directory:
        return {
            "first_answer": starts(["java", *OPTIONS], directory, options.rounds),
            "first_answer_with_archive": starts(["java", *OPTIONS, *ARCHIVE], directory, options.rounds),
        }


def starts(java, directory, rounds):
    seconds, megabytes = [], []
    for _ in range(rounds):
        port = str(free_port())
        command = [*java, "-jar", JAR, "--store", "memory:", "--port", port]
        with Process(command, core="0,1", cwd=directory) as process:
            seconds.append(process.await_answer(f"http://127.0.0.1:{port}/health/ready"))
            megabytes.append(process.resident_megabytes())
    return {
        "seconds": {"median": statistics.median(seconds), "min": min(seconds), "max": max(seconds)},
        "resident_megabytes": statistics.median(megabytes),
    }


def live(table, engines):
    """What a live link takes in each engine, and the time to issue and to redeem one, by how many are alive."""
    figures = {}
    for store in engines:
        try:
            with tempfile.TemporaryDirectory() as directory, STORES[store](directory) as (url, _):
                figures[store] = main_class("LiveLinks", url)
        except (RuntimeError, OSError, subprocess.CalledProcessError) as failure:
            table.leave_out("live links in " + store, failure)
    return figures


def micro():
    """JMH's figures, and the time to start inside a JVM."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as results:
        command = ["taskset", "-c", "0", "java", "-Xms1g", "-Xmx1g", "-cp", class_path("micro")]
        jmh = ["org.openjdk.jmh.Main", "-rf", "json", "-rff", results.name, "-prof", "gc"]
        subprocess.run([*command, *jmh], check=True, stdout=subprocess.DEVNULL)
        benchmarks = json.load(results)
    return {
        "calls": [
            {
                "name": re.sub(r".*\.", "", each["benchmark"]),
                "micros": each["primaryMetric"]["score"],
                "error": each["primaryMetric"]["scoreError"],
                "bytes": each["secondaryMetrics"]["gc.alloc.rate.norm"]["score"],
            }
            for each in benchmarks
        ],
        "embedded": main_class("EmbeddedStart"),
    }


def main_class(name, *arguments):
    """What a program of the micro module prints, which is JSON."""
    command = ["taskset", "-c", "0", "java", "-Xms3g", "-Xmx3g", "-cp", class_path("micro")]
    done = subprocess.run(
        [*command, "org.billingsso.bench." + name, *arguments], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return json.loads(done.stdout.splitlines()[-1])
