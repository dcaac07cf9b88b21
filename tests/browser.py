"""A headless browser where the machine has one: what accessibility rules say of a page."""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = find_spec("axe_core_python")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
needs_axe = pytest.mark.skipif(BROWSER is None or AXE is None, reason="needs Chromium and axe-core-python")
_CSP = '<meta http-equiv="Content-Security-Policy"'
_RUN = """<script>
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 200))]);
  document.documentElement.innerHTML = "<head></head><body><pre>FOUND" +
    btoa(unescape(encodeURIComponent(JSON.stringify([told, found.passes.length])))) + "END</pre></body>";
});
</script>"""


def violations(html: str, folder: Path, *options: str) -> list[tuple[str, list[str]]]:
    """What axe-core finds on a page: rule and elements. The page's own ban on scripts is lifted to ask."""
    assert AXE is not None
    assert AXE.origin is not None
    axe = Path(AXE.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    line = next(line for line in html.splitlines() if line.startswith(_CSP))
    page = folder / "page.html"
    page.write_text(
        html.replace(line, "").replace("</body>", f"<script>{axe}</script>{_RUN}</body>"), "utf-8"
    )
    dom = dumped(page, *options)
    import base64

    told, passed = json.loads(base64.b64decode(dom.partition("FOUND")[2].partition("END")[0]))
    assert passed > 10, "axe-core did not run"
    return [(rule, nodes) for rule, nodes in told]


def dumped(page: Path, *options: str) -> str:
    """The page as the browser has it when all that it does is done."""
    assert BROWSER is not None
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]
    profile = f"--user-data-dir={page.parent / 'profile'}"
    done = subprocess.run(
        [*command, profile, *options, "--dump-dom", page.as_uri()],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return done.stdout.decode("utf-8")
