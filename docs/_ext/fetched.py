"""Files of other projects, fetched from package registries when the pages are built, and refused if their hash differs.

They are kept in a folder that no copy of the project carries, so that only the first build needs a network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sphinx.errors import ExtensionError

_SECONDS: Final = 300
_PATH: Final = os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)))
"""Where npm is looked for: beside this Python first, where the extra ``docs`` puts one."""
_HELP: Final = (
    "The pages need it once, from the package registries that npm and pip are set to use. "
    "Later builds use the copy in {}."
)


class Fetched:
    """The files that a lock names, in a folder."""

    def __init__(self, lock: Path, folder: Path) -> None:
        self.lock: dict[str, Any] = tomllib.loads(lock.read_text("utf-8"))
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def wheels(self) -> list[Path]:
        """Return the wheels, fetched where they are not there yet."""
        wheels = self.lock["wheel"]
        absent = [one for one in wheels if not (self.folder / one["file"]).exists()]
        if absent:
            self._download(absent)
        return [self._checked(self.folder / one["file"], one["sha256"]) for one in wheels]

    def runtime(self) -> Iterator[tuple[str, bytes]]:
        """Yield the names and contents of the files of the runtime."""
        one = self.lock["runtime"]
        archive = self.folder / f"{one['package']}-{one['version']}.tgz"
        if not archive.exists():
            self._pack(one["package"], one["version"], archive)
        with tarfile.open(self._checked(archive, one["sha256"])) as files:
            for name in one["files"]:
                found = files.extractfile(f"package/{name}")
                assert found, name
                yield name, found.read()

    def _checked(self, file: Path, sha256: str) -> Path:
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if found != sha256:
            file.unlink()
            raise ExtensionError(f"{file.name}: refused. The lock has the hash {sha256}, the file {found}.")
        return file

    def _download(self, wheels: Iterable[dict[str, str]]) -> None:
        wanted = self.folder / "wheels.txt"
        wanted.write_text("".join(f"{one['name']}=={one['version']} --hash=sha256:{one['sha256']}\n" for one in wheels))
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        only = ["--no-deps", "--only-binary=:all:", "--implementation=py", "--abi=none", "--platform=any"]
        where = ["--python-version=3.14", f"--dest={self.folder}", "--require-hashes", f"--requirement={wanted}"]
        self._run([*pip, *only, *where], "the wheels")

    def _pack(self, package: str, version: str, archive: Path) -> None:
        npm = shutil.which("npm", path=_PATH) or "npm"
        self._run([npm, "pack", "--silent", f"{package}@{version}"], archive.name)

    def _run(self, command: list[str], what: str) -> None:
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                env={**os.environ, "PATH": _PATH},
                capture_output=True,
                text=True,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise self._failed(what, str(error)) from None
        if done.returncode:
            raise self._failed(what, done.stderr.strip() or f"exit status {done.returncode}")

    def _failed(self, what: str, why: str) -> ExtensionError:
        return ExtensionError(f"{what} of the playground cannot be fetched: {why}\n{_HELP.format(self.folder)}")
