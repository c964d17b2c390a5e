"""The engines a store can live in, each a real one: a PostgreSQL server and a Spark cluster, started here and stopped at the end.

with postgres() as address:     an address for `ibis.connect`
with spark() as session:        a `SparkSession` for `ibis.pyspark.connect`

Both raise `Missing` where the machine lacks a program.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
"""Seconds until a server that does not answer counts as broken; on an idle machine it takes one."""


class Missing(Exception):
    """A program that an engine needs is not on this machine; says which, and how to get it."""


@contextmanager
def postgres() -> Iterator[str]:
    """A server of its own in a temporary folder, reached only by its socket; yields the address of its one, empty database."""
    programs = postgres_programs()
    owner = unprivileged()
    with tempfile.TemporaryDirectory(prefix="timeline-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)  # short: the path of a socket has at most 107 bytes
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        run(
            owner,
            folder,
            programs / "initdb",
            "--pgdata=data",
            "--auth=trust",
            "--username=timeline",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        )
        settings = {"listen_addresses": "", "unix_socket_directories": name, "fsync": "off", "synchronous_commit": "off", "timezone": "UTC"}
        arguments = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", *arguments], cwd=folder, stdout=log, stderr=log, **identity(owner)
            )
        try:
            wait_for(server, folder)
            run(owner, folder, programs / "createdb", f"--host={name}", "--username=timeline", "timeline")
            yield f"postgres://timeline@/timeline?host={name}"
        finally:
            server.send_signal(signal.SIGINT)  # the "fast" stop, which does not wait for connections that a failed test left open
            server.wait(PATIENCE)


def postgres_programs() -> Path:
    """The folder of the server's programs, which Debian keeps out of `PATH`: the newest version; raises `Missing`."""
    found = [Path(path) for path in glob("/usr/lib/postgresql/*/bin/postgres")]
    if found:
        return max(found, key=lambda path: int(path.parts[4])).parent
    in_path = shutil.which("postgres")
    if in_path is None or shutil.which("initdb") is None:
        raise Missing("PostgreSQL's server is missing; install it (sudo apt-get install postgresql)")
    return Path(in_path).resolve().parent


def unprivileged() -> pwd.struct_passwd | None:
    """Who runs the server: PostgreSQL refuses to run as root, so there somebody else; None for whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def identity(user: pwd.struct_passwd | None) -> dict[str, Any]:
    """The arguments of `subprocess` that make another user of a process."""
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


def run(user: pwd.struct_passwd | None, folder: Path, *command: str | Path) -> None:
    """Runs a program to its end; raises RuntimeError with what it said."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, **identity(user))
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")


def wait_for(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Returns once the server answers; raises RuntimeError with its log where it ends, or never does."""
    import psycopg

    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="timeline", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL does not answer: {(folder / 'log').read_text('utf-8', 'replace')[-2_000:]}")


@contextmanager
def spark() -> Iterator["SparkSession"]:
    """A cluster on this machine: a driver and two executors, each with a Java process and Python workers of its own, as in a real one.

    A plain `local[2]` starts in half the time, but its workers are children of this process and find whatever it has imported.
    """
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise Missing("Java is missing; install it (sudo apt-get install default-jre-headless) or set JAVA_HOME")
    with tempfile.TemporaryDirectory(prefix="timeline-spark-", ignore_cleanup_errors=True) as name:
        with surroundings(spark_environment(Path(name))):
            from pyspark.sql import SparkSession

            builder = SparkSession.builder.master("local-cluster[2,1,512]").appName("timeline tests")
            for key, value in spark_settings(Path(name)).items():
                builder = builder.config(key, value)
            session = builder.getOrCreate()
        try:
            yield session
        finally:
            stop(session)


def spark_environment(folder: Path) -> dict[str, str]:
    """What Spark reads from the environment before it reads a setting."""
    configuration = folder / "conf"
    configuration.mkdir()
    (configuration / "log4j2.properties").write_text(
        "rootLogger.level = error\nrootLogger.appenderRef.stderr.ref = stderr\n"
        "appender.stderr.type = Console\nappender.stderr.name = stderr\nappender.stderr.target = SYSTEM_ERR\n"
        "appender.stderr.layout.type = PatternLayout\nappender.stderr.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n\n",
        "utf-8",
    )
    return {
        "SPARK_CONF_DIR": str(configuration),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,  # the workers need the same libraries
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }


def spark_settings(folder: Path) -> dict[str, str]:
    """Settings of the session: quiet, small, on this machine only, nothing outside of the folder."""
    java = (
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # for a minute's work the second compiler costs more than it saves: half of all the time
    )
    return {
        "spark.driver.extraJavaOptions": java,
        "spark.executor.extraJavaOptions": java,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.executor.memory": "512m",
        "spark.executorEnv.PYTHONPATH": str(ROOT),  # an executor has a folder and an environment of its own
        "spark.local.dir": str(folder / "local"),
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",  # 200 for small tables would be 200 tasks
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }


@contextmanager
def surroundings(values: dict[str, str]) -> Iterator[None]:
    """Environment variables for a while; Java takes them along when it starts."""
    before = {key: os.environ.get(key) for key in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                del os.environ[key]
            else:
                os.environ[key] = value


def stop(session: "SparkSession") -> None:
    """Ends the executors, then Java itself, which `session.stop()` would leave running until Python ends; removes what they logged."""
    from pyspark import SparkContext
    from pyspark.find_spark_home import _find_spark_home

    work = Path(_find_spark_home()) / "work" / session.sparkContext.applicationId  # a local cluster has no setting for this folder
    session.stop()
    gateway = SparkContext._gateway
    if gateway is not None:
        gateway.shutdown()
        process = getattr(gateway, "proc", None)
        if process is not None:
            process.stdin.close()
            process.wait(PATIENCE)
        SparkContext._gateway = SparkContext._jvm = None
    shutil.rmtree(work, ignore_errors=True)
