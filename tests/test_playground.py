"""What the playground asks of the library, without a browser: requests, edits of a file, words, fetched files."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docs._ext.fetched import Fetched
from docs.playground.bridge import call, start
from docs.playground.bridge.editing import edited
from docs.playground.bridge.start import SHARED
from pendulum import Date
from sphinx.errors import ExtensionError

import kzrights as kz
from kzrights.casefile.tree import parse
from kzrights.data import read_text
from kzrights.languages import LANGUAGES

SOURCE = Path(__file__).parents[1] / "docs" / "playground"
CHANGES = "changes:\n  - {kind: delisted, on: 2023-01-01}\n"


def asked(name: str, **request: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(call(name, json.dumps(request)))
    return found


def packaged(slug: str = "atyrau-2016") -> str:
    return read_text("examples", f"{slug}.yaml")


def tree(text: str) -> Any:
    return asked("read", text=text)["tree"]


def scalars(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from scalars(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from scalars(value, f"{path}[{at}]")
    else:
        yield path, node


class TestEditing:
    @pytest.mark.parametrize("slug", kz.slugs())
    def test_any_value_can_be_changed_and_nothing_else_is(self, slug: str) -> None:
        """Changed one after the other to something else and back: the same case, and every comment."""
        text = packaged(slug)
        for path, value in [*scalars(tree(text))][::5]:
            other = edited(text, path, {"text": ""})
            assert [one for one, _ in scalars(tree(other))] == [one for one, _ in scalars(tree(text))]
            text = edited(other, path, value if path != "person.label" else {"text": value})
        assert kz.loads(text) == kz.example(slug)
        assert re.findall("# .*", text) == re.findall("# .*", packaged(slug))

    def test_text_stays_text(self) -> None:
        text = edited(packaged(), "person.label", {"text": "2020-01-01"})
        assert kz.loads(text).person.label == "2020-01-01"
        assert kz.loads(edited(text, "person.label", {"text": "a: [b] # c"})).person.label == "a: [b] # c"

    def test_entries_come_and_go(self) -> None:
        event = {"kind": "death", "on": "2031-05"}
        count = len(kz.example("atyrau-2016").events)
        more = edited(packaged(), f"events[{count}]", event)
        assert len(kz.loads(more).events) == count + 1
        assert kz.loads(edited(more, f"events[{count}]", None)) == kz.example("atyrau-2016")

    def test_an_empty_list_grows_downwards(self) -> None:
        text = edited("kzrights: 1\nperson: {label: x}  # kept\ncustody: []\n", "custody[0]", {"kind": "detention"})
        assert text == "kzrights: 1\nperson: {label: x}  # kept\ncustody:\n  - {kind: detention}\n"

    def test_quotes_are_not_handed_on(self) -> None:
        text = edited(packaged(), "convictions[0].in_force", {"text": ""})
        assert kz.loads(edited(text, "convictions[0].in_force", "2017-01-20")) == kz.example("atyrau-2016")

    def test_what_a_comment_keeper_cannot_do_is_written_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docs.playground.bridge.editing._with_comments", lambda *_: None)
        text = edited(packaged(), "person.label", {"text": "405"})
        assert kz.loads(text).person.label == "405"
        assert "#" not in text.replace("https://", "")

    def test_a_file_that_cannot_be_read_whole_is_not_edited(self) -> None:
        found = asked("edit", text="kzrights: 1\nperson: *x\n", path="person", value={"text": "x"})
        assert [one["path"] for one in found["problems"]] == ["person"]
        assert "text" not in found


class TestAsking:
    @pytest.mark.parametrize("slug", ["atyrau-2016", "kaskelen-2021"])
    def test_answers_are_those_of_the_library(self, slug: str) -> None:
        found = asked("ask", text=packaged(slug), on="2022-09-03")
        picture = kz.picture(kz.example(slug), on=Date(2022, 9, 3))
        shown = {name: one["permission"] for name, one in found["as_it_is"]["answers"].items()}
        assert shown == {str(one.activity): str(one.permission) for one in picture.answers}
        assert len(found["as_it_is"]["statuses"]) == len(picture.statuses)
        assert "what_if" not in found

    def test_a_cap_that_is_not_known_is_not_taken_for_none(self) -> None:
        found = asked("ask", text=packaged(), on="2029-06-01")["as_it_is"]
        assert found["listed"]
        picture = kz.picture(kz.example("atyrau-2016"), on=Date(2029, 6, 1))
        assert bool(found["cap"]) is bool(picture.cap)
        assert found["warnings"]
        assert not asked("ask", text=packaged(), on="2015-06-01")["as_it_is"]["listed"]

    def test_what_if_stands_beside(self) -> None:
        account, day = "open_bank_account", "2025-06-01"
        found = asked("ask", text=packaged(), on=day, activity=account, changes=CHANGES)
        sides = [found[side]["chosen"]["permission"] for side in ("as_it_is", "what_if")]
        assert sides == ["prohibited", "allowed"]
        (one,) = (one for one in found["differences"] if one["activity"] == account)
        assert (one["before"], one["after"], one["freer"], one["days"]) == ("prohibited", "allowed", True, 2591)
        both = asked(
            "ask", text=packaged(), on=day, reform="list_ends_with_release", since="2025-01-01", changes=CHANGES
        )
        assert both["what_if"]["name"] == "list_ends_with_release@2025-01-01; delisted on 2023-01-01"

    @pytest.mark.parametrize(
        ("given", "path", "message"),
        [
            ({"on": "2025-06-31"}, "", "date: expected a day as YYYY-MM-DD, got '2025-06-31'"),
            ({"on": "2025-06-01", "reform": "none_such"}, "", "reform: nothing is called 'none_such'"),
            ({"on": "2025-06-01", "changes": "changes: [{kind: parole}]"}, "changes[0].on", 'expected the key "on"'),
        ],
    )
    def test_mistakes_are_told(self, given: dict[str, str], path: str, message: str) -> None:
        (problem,) = asked("ask", text=packaged(), **given)["problems"]
        assert problem["path"] == path
        assert problem["message"].startswith(message)

    def test_changes_wait_for_a_sound_case(self) -> None:
        assert asked("read", text=CHANGES, of="kzrights: 2")["problems"] == []
        assert asked("read", text="changes: [{kind: x}]", of=packaged())["problems"][0]["path"] == "changes[0].kind"

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_reasoning_is_that_of_the_library(self, lang: str) -> None:
        found = asked("explain", text=packaged(), on="2025-06-01", activity="vote", lang=lang)
        assert found == {"explained": kz.can(kz.example("atyrau-2016"), "vote", on=Date(2025, 6, 1)).explain(lang)}


class TestShape:
    def test_every_class_that_a_key_names_is_there(self) -> None:
        shape = start()["shape"]
        named = {cls for one in shape.values() for key in one["keys"] for cls in key["things"].values()}
        assert named | {"Case", "Changes"} == set(shape)

    def test_the_form_knows_every_key_of_the_packaged_cases(self) -> None:
        shape = start()["shape"]
        for slug in kz.slugs():
            _known(shape, "Case", parse(packaged(slug).encode()).root)


def _known(shape: dict[str, Any], cls: str, node: Any) -> None:
    keys = {key["name"]: key for key in shape[cls]["keys"]}
    assert {*node} - {"kzrights", "kind"} <= {*keys}
    for name, value in node.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                things = keys[name]["things"]
                kind = item["kind"].text if "kind" in item else ""
                _known(shape, things.get(kind) or things[""], item)


def test_every_word_of_the_page_is_there_in_every_language() -> None:
    """The same keys in each language, and each that the page asks for is the page's own or the library's."""
    words = (SOURCE / "words.js").read_text("utf-8")
    tables = re.findall(r"^  (\w\w): \{\n(.*?)^  \},", words, re.DOTALL | re.MULTILINE)
    assert [lang for lang, _ in tables] == list(LANGUAGES)
    keys = [re.findall(r"(?:^    |, )(\w+): (?=[\"(])", body, re.MULTILINE) for _, body in tables]
    assert keys[0] == keys[1] == keys[2]
    scripts = [file.read_text("utf-8") for file in SOURCE.glob("*.js")]
    asked = {key for script in scripts for key in re.findall(r"\bt\(\"(\w+)\"", script)}
    asked |= set(re.findall(r'data-(?:word|label)="(\w+)"', (SOURCE / "page.html").read_text("utf-8")))
    assert asked - {*keys[0]} <= {*SHARED}


class TestFetched:
    def test_a_file_with_another_hash_is_refused_and_thrown_away(self, tmp_path: Path) -> None:
        lock = _lock(tmp_path, hashlib.sha256(b"good").hexdigest())
        wheel = tmp_path / "some.whl"
        wheel.write_bytes(b"good")
        assert Fetched(lock, tmp_path).wheels() == [wheel]
        wheel.write_bytes(b"bad")
        with pytest.raises(ExtensionError, match=r"some\.whl: refused"):
            Fetched(lock, tmp_path).wheels()
        assert not wheel.exists()

    def test_without_npm_the_build_says_what_it_needs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docs._ext.fetched._PATH", str(tmp_path))
        with pytest.raises(ExtensionError, match=r"none-1\.tgz of the playground cannot be fetched"):
            next(iter(Fetched(_lock(tmp_path, ""), tmp_path).runtime()))

    def test_what_npm_complains_of_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        npm = tmp_path / "npm"
        npm.write_text("#!/bin/sh\necho no such package >&2\nexit 1\n")
        npm.chmod(0o755)
        monkeypatch.setattr("docs._ext.fetched._PATH", str(tmp_path))
        with pytest.raises(ExtensionError, match="cannot be fetched: no such package"):
            next(iter(Fetched(_lock(tmp_path, ""), tmp_path).runtime()))

    def test_every_file_of_the_lock_has_a_version_and_a_hash(self) -> None:
        lock = tomllib.loads((SOURCE / "lock.toml").read_text("utf-8"))
        for one in (lock["runtime"], *lock["wheel"]):
            assert re.fullmatch("[0-9a-f]{64}", one["sha256"])
            assert one["version"] in one.get("file", one["version"])


def _lock(folder: Path, sha256: str) -> Path:
    lock = folder / "lock.toml"
    lock.write_text(
        '[runtime]\npackage = "none"\nversion = "1"\nsha256 = "0"\nfiles = ["a"]\n'
        f'[[wheel]]\nname = "some"\nversion = "1"\nfile = "some.whl"\nsha256 = "{sha256}"\n'
    )
    return lock
