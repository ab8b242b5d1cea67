"""The servers that are measured, on the server's core, and the stores of the gateway, on the load's."""

import contextlib
import glob
import os
import shutil
import subprocess
import tempfile

from processes import BENCH, JVM, LOAD_CORE, ROOT, Process, class_path, free_port

JAR = os.path.join(ROOT, "target", "gateway.jar")

# What bin/gateway gives its JVM beside the archive.
OPTIONS = ["@" + os.path.join(ROOT, "bin", "jvm.options")]


class Server:
    """A process that answers on a port."""

    def __init__(self, command, first_path="/", store=None, cwd=None):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [part.replace("@port@", str(self.port)) for part in command]
        self.process = Process(command, cwd=cwd)
        self.store = store
        self.first_path = first_path

    def __enter__(self):
        self.process.await_answer(self.url + self.first_path)
        return self

    def __exit__(self, *unused):
        self.process.stop()


def main_class(module, name, first_path="/"):
    command = [*JVM, "-cp", class_path(module), "org.billingsso.bench." + name, "@port@"]
    return Server(command, first_path)


def limit():
    return main_class("limit", "Limit", "/200/1")


def cxf():
    return main_class("cxf", "Cxf")


def jaxws():
    return main_class("jaxws", "JaxWs")


def jsonrpc4j():
    return main_class("jsonrpc4j", "Plain")


def wiremock():
    return Server(
        [*JVM, "-cp", class_path("wiremock"), "wiremock.Run", "--port", "@port@", "--bind-address", "127.0.0.1"]
        + ["--root-dir", os.path.join(BENCH, "wiremock"), "--local-response-templating"]
        + ["--no-request-journal", "--disable-request-logging", "--disable-banner"]
    )


def mockserver():
    expectations = os.path.join(BENCH, "mockserver", "expectations.json")
    return Server(
        [*JVM, "-Dmockserver.initializationJsonPath=" + expectations, "-Dmockserver.logLevel=ERROR"]
        + ["-Dmockserver.disableLogging=true", "-Dmockserver.disableSystemOut=true"]
        + ["-cp", class_path("mockserver"), "org.mockserver.cli.Main", "-serverPort", "@port@"]
    )


@contextlib.contextmanager
def php():
    """php-fpm behind nginx, both from Debian."""
    fpm = sorted(glob.glob("/usr/sbin/php-fpm*"))
    if not fpm or not shutil.which("nginx"):
        raise RuntimeError("PHP is measured where php-fpm, php-soap and nginx are installed")
    with tempfile.TemporaryDirectory() as directory:
        os.chmod(directory, 0o755)
        with Server([os.path.join(BENCH, "php", "serve"), fpm[-1], directory, "@port@"]) as server:
            yield server


@contextlib.contextmanager
def gateway(store="memory"):
    """The gateway with a fresh store of that engine."""
    with tempfile.TemporaryDirectory() as directory, STORES[store](directory) as (url, process):
        with gateway_at(url, process, directory) as server:
            yield server


def gateway_at(url, process=None, directory=None):
    """The gateway with a store that runs already, as that process."""
    unlimited = ["env", "BILLINGSSO_CHARGEBEE_CALLS_PER_MINUTE=1000000000"]
    command = [*unlimited, *JVM, *OPTIONS, "-jar", JAR, "--store", url, "--port", "@port@"]
    return Server(command, "/health/ready", process, directory)


@contextlib.contextmanager
def memory(directory):
    yield "memory:", None


@contextlib.contextmanager
def sqlite(directory):
    yield "sqlite:" + os.path.join(directory, "gateway.db"), None


@contextlib.contextmanager
def redis(directory):
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", directory]
    durable = ["--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--auto-aof-rewrite-percentage", "0"]
    with Process([*command, *durable], core=LOAD_CORE) as process:
        retry(["redis-cli", "-p", str(port), "ping"])
        yield f"redis://127.0.0.1:{port}", process


@contextlib.contextmanager
def postgresql(directory):
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not binaries:
        raise RuntimeError("PostgreSQL is measured where Debian's postgresql is installed")
    shutil.chown(directory, "postgres")
    data = os.path.join(directory, "data")
    port = free_port()
    as_owner = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
    initdb = [os.path.join(binaries[-1], "initdb"), "-D", data, "-U", "bench", "-A", "trust"]
    subprocess.run([*as_owner, *initdb], check=True, stdout=subprocess.DEVNULL, cwd=directory)
    command = [os.path.join(binaries[-1], "postgres"), "-D", data, "-p", str(port), "-k", directory]
    with Process([*as_owner, *command], core=LOAD_CORE, cwd=directory) as process:
        connect = ["-h", "127.0.0.1", "-p", str(port), "-U", "bench"]
        retry([os.path.join(binaries[-1], "pg_isready"), *connect])
        subprocess.run([os.path.join(binaries[-1], "createdb"), *connect, "gateway"], check=True)
        yield f"postgresql://bench@127.0.0.1:{port}/gateway", process


STORES = {"memory": memory, "sqlite": sqlite, "postgresql": postgresql, "redis": redis}


def retry(command, times=100):
    """Runs the command until it succeeds."""
    for _ in range(times):
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode == 0:
            return
        subprocess.run(["sleep", "0.1"], check=True)
    raise RuntimeError("No success: " + " ".join(command))
