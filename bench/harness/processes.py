"""Programs that are measured: started on one core, in a session of their own, and ended with all their children."""

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BENCH = os.path.join(ROOT, "bench")
SERVER_CORE = "0"
ALL_CORES = "0,1"
LOAD_CORE = "1"
JVM = ["java", "-Xms2g", "-Xmx2g"]
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def class_path(module):
    with open(os.path.join(BENCH, module, "target", "classpath")) as file:
        return os.path.join(BENCH, module, "target", "classes") + ":" + file.read().strip()


def stat(path):
    """The fields of a stat file below /proc, behind the program's name."""
    with open(f"/proc/{path}/stat") as file:
        return file.read().rpartition(")")[2].split()


def seconds_of(path):
    fields = stat(path)
    return (int(fields[11]) + int(fields[12])) / TICKS


def is_compiler(task):
    """Whether a thread is one of a JVM's compilers, whose work is none of a call's."""
    with open(f"/proc/{task}/comm") as file:
        return file.read().startswith(("C1 Compiler", "C2 Compiler"))


class Process:
    """A running program with its children."""

    def __init__(self, command, core=SERVER_CORE, cwd=None):
        self.log = tempfile.NamedTemporaryFile("w+", prefix="bench-", suffix=".log")
        self.core = core
        self.started = time.monotonic()
        self.program = subprocess.Popen(
            ["taskset", "-c", core, *command],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=cwd,
        )

    def members(self):
        """The processes of its session."""
        for pid in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                if stat(pid)[3] == str(self.program.pid):
                    yield int(pid)

    @contextlib.contextmanager
    def on_all_cores(self):
        """Lets it have the machine for a while: a JVM's compilers need long where they share a core with the load."""
        self.pin(ALL_CORES)
        try:
            yield
        finally:
            self.pin(self.core)

    @contextlib.contextmanager
    def stopped(self):
        """Lets it do nothing for a while: what a JVM has still to compile is not the other server's time."""
        members = list(self.members())
        for pid in members:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in members:
                os.kill(pid, signal.SIGCONT)

    def pin(self, cores):
        for pid in self.members():
            subprocess.run(["taskset", "-acp", cores, str(pid)], stdout=subprocess.DEVNULL)

    def cpu_seconds(self, of_compilers=False):
        """Processor time of all its threads but the compilers, or of the compilers."""
        total = 0
        for pid in self.members():
            for thread in os.listdir(f"/proc/{pid}/task"):
                task = f"{pid}/task/{thread}"
                with contextlib.suppress(OSError):
                    total += seconds_of(task) if is_compiler(task) == of_compilers else 0
        return total

    def resident_megabytes(self):
        total = 0
        for pid in self.members():
            with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
        return total / 1024

    def output(self):
        with open(self.log.name) as file:
            return file.read()

    def await_answer(self, url, seconds=90):
        """Waits until the server answers, if only with an error of its own, and tells how long after its start."""
        while time.monotonic() - self.started < seconds and self.program.poll() is None:
            try:
                urllib.request.urlopen(url, timeout=5).close()
                return time.monotonic() - self.started
            except urllib.error.HTTPError as answered:
                if answered.code != 503:
                    return time.monotonic() - self.started
            except OSError:
                pass
            time.sleep(0.005)
        output = self.output()
        self.stop()
        raise RuntimeError(f"No answer from {url}:\n{output[-2000:]}")

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.program.pid, signal.SIGTERM)
        try:
            self.program.wait(20)
        except subprocess.TimeoutExpired:
            pass
        with contextlib.suppress(ProcessLookupError):  # What the first of its processes has left behind too.
            os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()
        self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.stop()
