"""JUnit XML, in the form that Jenkins and GitLab read: a suite an area, a case a file or finding."""

from xml.etree import ElementTree as ET

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.notes import place_told


def as_junit(checked: Checked, say: Say) -> str:
    """Errors are failures; what may stand or was known is skipped; other findings pass, with their text."""
    root = ET.Element("testsuites")
    for area in checked.areas:
        _suite(root, area, say)
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _suite(root: ET.Element, area: CheckedArea, say: Say) -> None:
    suite = ET.SubElement(root, "testsuite", name=safe(area.id))
    clean = sorted(set(area.documents) - {finding.path for finding in area.findings})
    for path in clean:
        ET.SubElement(suite, "testcase", classname=safe(area.shown_path(path)), name="check")
    for finding in area.findings:
        _case(suite, finding, area, say)
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": 0,
        "skipped": len(suite.findall("testcase/skipped")),
    }
    for name, count in counts.items():
        suite.set(name, str(count))


def _case(suite: ET.Element, finding: Finding, area: CheckedArea, say: Say) -> None:
    message, path = say.message(finding), area.shown_path(finding.path)
    name = safe(f"{finding.code} {finding.span.line}:{finding.span.column} {message.title}")
    case = ET.SubElement(suite, "testcase", classname=safe(path), name=name)
    told = f"{place_told(finding, area, say)}{message.text} {message.remedy}"
    text = safe(f"{path}:{finding.span.line}:{finding.span.column} {told}")
    if finding.allowed is not None:
        ET.SubElement(case, "skipped", message=safe(finding.allowed.reason))
    elif finding.known:
        ET.SubElement(case, "skipped", message=say("known-before"))
    elif finding.severity is Severity.ERROR:
        ET.SubElement(case, "failure", message=safe(message.text), type=finding.severity.value).text = text
    else:
        ET.SubElement(case, "system-out").text = text
