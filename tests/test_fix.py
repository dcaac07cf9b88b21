"""What is surely mistyped is put right, and nothing else is touched."""

import re
import shutil
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byvekst_cli.edit.fix import applied, fixes, harmless
from byvekst_cli.finding import Repair
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
FILE = "prosjekt/p-1.yaml"
DAY = date.fromisoformat(TODAY)


def fixed(area: Path, text: str, *, unsafe: bool = False) -> str:
    """The file after its repairs; as it was when there are none."""
    put(area, FILE, text)
    return next((each.after for each in fixes(Folder(area), DAY, unsafe=unsafe)), text)


@pytest.mark.parametrize("name", ["oslo", "bergen", "trondheim", "nord-jaeren"])
def test_a_sound_area_is_left_alone(name: str, byvekst: Command) -> None:
    """Nothing to do, and it says so."""
    code, out, _ = byvekst("fix", EXAMPLES / name, "--diff", "--language", "nb")

    assert (code, out) == (0, "")


SAFE = [
    ("lengde: 1,5\n", "lengde: 1.5\n"),
    ("lengde: 1 250,5  # m\n", "lengde: 1250.5  # m\n"),
    ("lengde: 12.50\n", "lengde: 12.5\n"),
    ("anslag: [{dato: 2021, prisår: 2021, p50: 8,1}]\n", "anslag: [{dato: 2021, prisår: 2021, p50: 8.1}]\n"),
    ("status_per: 15.6.2021\n", "status_per: 2021-06-15\n"),
    ("status_per: 5. juni 2021\n", "status_per: 2021-06-05\n"),
    ("status_per: juni 2021\n", "status_per: 2021-06\n"),
    ("status_per: 2021/6/5\n", "status_per: 2021-06-05\n"),
    ("status_per: sept. 2021\n", "status_per: 2021-09\n"),
    ("status_per: høsten 2021\n", "status_per: 2021-høst\n"),
    ("status_per: Q3 2021\n", "status_per: 2021-Q3\n"),
    ("beskrivelse: Fase 2: bygging\n", 'beskrivelse: "Fase 2: bygging"\n'),
    ('beskrivelse: Kalt "nye": vegen\n', "beskrivelse: 'Kalt \"nye\": vegen'\n"),
    ("beskrivelse: @veg\n", 'beskrivelse: "@veg"\n'),
    ("beskrivelse: 12\n", 'beskrivelse: "12"\n'),
    ("Form: pott\n", "form: pott\n"),
    ("portefolje: {status: utsatt}\n", "portefolje: {status: utsatt}\n"),
    ("portefoelje: {status: Utsatt}\n", "portefølje: {status: utsatt}\n"),
    ("plan: {nivaa: INGEN}\n", "plan: {nivå: ingen}\n"),
    ("beskrivelse: a\u200bb\n", "beskrivelse: ab\n"),
    ("beskrivelse: A\u030akra\n", "beskrivelse: Åkra\n"),
]


@pytest.mark.parametrize(("before", "after"), SAFE, ids=[before.strip() for before, _ in SAFE])
def test_what_is_surely_meant_is_put_right(before: str, after: str, area: Path) -> None:
    """Numbers, dates, quotes, capitals, letters; comments and all else stay."""
    top = f"{SHEET}# Behold meg.\n"

    assert fixed(area, top + before) == top + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lengde: 1.200\n", "lengde: 1.2\n"),
        ("lengde: 10,000\n", "lengde: 10\n"),
        ("form: prosjet\n", "form: prosjekt\n"),
        ("nettsid: https://a.no\n", "nettside: https://a.no\n"),
        ("ansvar: {eier: bergn}\n", "ansvar: {eier: bergen}\n"),
    ],
)
def test_what_is_only_likely_waits_for_unsafe(before: str, after: str, area: Path) -> None:
    """Thousands may be meant, or another word."""
    assert fixed(area, SHEET + before) == SHEET + before
    assert fixed(area, SHEET + before, unsafe=True) == SHEET + after


@pytest.mark.parametrize(
    "text",
    [
        "status_per: 31.2.2021\n",
        "status_per: snart\n",
        "status_per: markedet 2021\n",
        "status_per: Desentralisert 2021\n",
        "status_per: 2011/12\n",
        "status_per: 2021.1\n",
        "lengde: 3 12,5\n",
        "lengde: 00,5\n",
        "lengde: -0,0\n",
        "anslag: [{dato: 2021, prisår: 2021, p50: 8,1,2}]\n",
        "beskrivelse: a: b # kommentar\n",
        "beskrivelse: @a # byvekst: tillat REF001: x\n",
        "merknad: Kostnad: tre\n  mer tekst her\n",
        "egne:\n  a:\n    x: 1\n\ty: 2\n",
        "tiltak:\n    - Sykkel\n\t- Gange\n",
        "merknad: \U0001f468\u200d\U0001f469\n",
        "status_per: 6/2021/5\n",
        "form: xyz\n",
        "beskrivelse: a: 'b' \"c\"\n",
        "merknad: N/A\n",
        "fase: {status: utsat}\n",
    ],
)
def test_what_nobody_can_know_is_left(text: str, area: Path) -> None:
    """A guess is worse than a finding."""
    assert fixed(area, SHEET + text) == SHEET + text


def test_two_near_words_are_not_chosen_between(area: Path) -> None:
    """`planlagt` may be a kind of plan or a state of one."""
    text = f"{SHEET}milepæler: [{{hva: planvedstart, plan: 2021}}]\n"

    assert fixed(area, text, unsafe=True) == text


def test_what_may_stand_is_not_repaired(area: Path) -> None:
    """Somebody has given a reason."""
    text = f"{SHEET}ansvar: {{eier: bergn}}  # byvekst: tillat REF001: kommer\n"

    assert fixed(area, text, unsafe=True) == text


def test_a_mistake_that_hides_others_is_no_hindrance(area: Path, byvekst: Command) -> None:
    """The diff shows at once all that will be done, and what is done is what was shown."""
    text = f"{SHEET}beskrivelse: Fase 2: nå\nlengde: 1,5\nillustrasjon: true\n"
    put(area, FILE, text)

    code, shown, _ = byvekst("fix", area, "--diff")
    assert code == 1
    assert (area / FILE).read_text(encoding="utf-8") == text

    code, done, _ = byvekst("rett", area, "--language", "nb")
    assert code == 0
    assert done == f"{shown}2 ting er rettet.\n"
    assert byvekst("check", area)[0] == 0
    assert byvekst("fix", area, "--language", "nb")[1] == "Fant ingenting som trygt kan rettes.\n"


def test_bom_and_line_ends_are_kept(area: Path, byvekst: Command) -> None:
    """And the file's rights."""
    text = f"{SHEET}lengde: 1,5\n".replace("\n", "\r\n")
    path = put(area, FILE, b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)

    byvekst("fix", area)

    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace("1,5", "1.5").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["p-1.yaml"]


def test_a_repair_that_changes_something_else_is_refused() -> None:
    """The proof reads the text again: another value, or a new fault, and it says no."""
    text = "a: 1\nb: [2, 3]\nc: x\n"
    small = read(text)
    document = Document("x.yaml", text, small.data, small.spans)

    assert harmless(document, [Repair(3, 4, "9", safe=True)])
    assert harmless(document, [Repair(0, 1, "aa", safe=True)])
    assert not harmless(document, [Repair(3, 4, "9\nd: 4\nb: 5", safe=True)])
    assert not harmless(document, [Repair(8, 9, '"', safe=True)])
    assert not harmless(document, [Repair(3, 4, "[9", safe=True)])


DAMAGE = [
    (r"(?<=[ {]p50: )(\d+)\.(\d)(?=[,} ])", r"\1,\2"),
    (r"(?<=: )(\d{4})-(\d\d)-(\d\d)(?=[,}\n])", r"\3.\2.\1"),
    (r"(?m)^(lengde: \d+)\.(\d+)$", r"\1,\2"),
    (r"(?m)^(navn|merknad|form|kilde|avtale): ", lambda match: match[0].capitalize()),
    (r"(?<=portefølje: \{)status: ([a-zæøå-]+)", lambda match: match[0].upper().replace("STATUS", "status")),
    ("å", "a\u030a"),
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_seeded_slips_are_all_mended(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever slips are made in real files, mending gives back the values that stood there."""
    name = data.draw(st.sampled_from(["oslo", "bergen", "trondheim", "nord-jaeren"]))
    root = tmp_path / name
    if not root.exists():
        shutil.copytree(EXAMPLES / name, root)
    path = data.draw(st.sampled_from(sorted(root.glob("prosjekt/*.yaml"))))
    sound = path.read_text(encoding="utf-8")
    spoilt = sound
    for pattern, slip in data.draw(st.lists(st.sampled_from(DAMAGE), min_size=1, max_size=3, unique_by=str)):
        spoilt = re.sub(pattern, slip, spoilt)  # type: ignore[arg-type]
    path.write_text(spoilt, encoding="utf-8")

    found = fixes(Folder(root), DAY, unsafe=False)
    path.write_text(sound, encoding="utf-8")

    assert [each.entry.path for each in found] == ([f"prosjekt/{path.name}"] if spoilt != sound else [])
    for each in found:
        assert read(each.after).data == read(sound).data
        assert _comments(each.after) == _comments(sound)


def _comments(text: str) -> list[str]:
    return re.findall(r"(?m)^#.*$", unicodedata.normalize("NFC", text))


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="ab: \n'\"[{}],-#å\u030a1", max_size=40), data=st.data())
def test_applying_keeps_what_is_outside(text: str, data: st.DataObject) -> None:
    """Text before, between and after the repairs is the same, byte for byte."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    repair = Repair(cuts[0], cuts[1], data.draw(st.text(max_size=5)), safe=True)

    assert applied(text, [repair]) == text[: cuts[0]] + repair.text + text[cuts[1] :]


def test_what_is_allowed_for_long_is_left_alone(area: Path) -> None:
    """The day of the run decides, as in the check."""
    text = f"{SHEET}ansvar: {{eier: bergn}}  # byvekst: tillat REF001 til 2099-01-01: kommer\n"

    assert fixed(area, text, unsafe=True) == text


def test_many_repairs_are_proved_together(area: Path) -> None:
    """Three thousand decomposed letters take no longer than a moment."""
    text = SHEET + "merknad: " + "A\u030a" * 3000 + "\n"

    assert fixed(area, text) == unicodedata.normalize("NFC", text)
