"""A PostgreSQL of the tests: its own folder, a socket in it, nothing on the network, fsync on."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterable

READY = b"database system is ready to accept connections"
OWNERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder with initdb and postgres: from PATH, else Debian's newest."""
    for name in ("initdb", "postgres"):
        found = shutil.which(name)
        if found and (Path(found).parent / "postgres").exists():
            return Path(found).parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


class Server:
    """Started once for a session."""

    def __init__(self, programs: Path, folder: Path, owner: str | None) -> None:
        self.programs, self.folder, self.owner = programs, folder, owner
        self.made = 0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        data = self.folder / "data"
        words = ["-U", "posapp", "-A", "trust", "--no-locale", "-E", "UTF8", "--no-sync"]
        subprocess.run(
            [*self.as_owner(), self.programs / "initdb", "-D", data, *words],
            cwd=self.folder,
            check=True,
            capture_output=True,
        )
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.folder,
            "max_connections": 200,
            "fsync": "on",
            "logging_collector": "off",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        log = self.folder / "log"
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [*self.as_owner(dies=True), self.programs / "postgres", "-D", data, *options],
                cwd=self.folder,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
            )
        while READY not in log.read_bytes():
            assert self.process.poll() is None, log.read_text("utf-8", "replace")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)

    def as_owner(self, *, dies: bool = False) -> list[str]:
        """PostgreSQL refuses to run as root; where the kernel can, it also ends with the tests."""
        setpriv = shutil.which("setpriv")
        words = ["--pdeathsig", "INT"] if dies else []
        if self.owner is not None:
            assert setpriv is not None
            group = pwd.getpwnam(self.owner).pw_gid
            words += ["--reuid", self.owner, "--regid", str(group), "--clear-groups"]
        return [setpriv, *words] if setpriv and words else []

    def url(self, name: str) -> str:
        return f"postgresql://posapp@/{name}?host={self.folder}"

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def create(self) -> str:
        """A new database; its name."""
        self.made += 1
        name = f"t{self.made}"
        self.run(f"CREATE DATABASE {name}")
        return name

    def keep(self, name: str, tables: Iterable[str]) -> str:
        """Remember the rows of a database. Returns the statements that bring them back.

        Some milliseconds, where a copy of the whole database takes a third of a second.
        """
        words = ["SET session_replication_role = replica"]  # the triggers are off for this
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute("CREATE SCHEMA blank")
            for table in tables:
                connection.execute(f'CREATE TABLE blank."{table}" AS TABLE public."{table}"')
                words.append(f'DELETE FROM public."{table}"')
                words.append(f'INSERT INTO public."{table}" SELECT * FROM blank."{table}"')
        return ";".join(words)

    def reset(self, name: str, statements: str) -> str:
        """The database as it was when it was kept; its address."""
        with psycopg.connect(self.url(name)) as connection:
            connection.execute(statements)
        return self.url(name)

    @contextmanager
    def database(self):
        name = self.create()
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(programs: Path):
    """A server in a folder of /tmp: the path of a socket has to be short."""
    is_root = os.geteuid() == 0
    owner = next(name for name in OWNERS if _is_user(name)) if is_root else None
    folder = Path(tempfile.mkdtemp(prefix="posapp-pg-", dir="/tmp"))
    if owner is not None:
        shutil.chown(folder, owner)
    server = Server(programs, folder, owner)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
