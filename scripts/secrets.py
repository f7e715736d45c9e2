"""secrets.py [--accept]: nothing that looks like a secret is checked in, but for what .secrets.baseline knows.

Whatever the baseline knows carries `is_secret: false`: somebody has looked. `--accept` adds what is new as looked at.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from detect_secrets.core import baseline
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import default_settings

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ROOT / ".secrets.baseline"
# Lock files are full of checksums.
LEFT_OUT = {".secrets.baseline", "Cargo.lock"}


def checked_in():
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode()
    names = (name for name in told.split("\0") if name)
    return [name for name in names if name not in LEFT_OUT and not name.endswith("package-lock.json")]


def scanned(names, root=ROOT):
    found = SecretsCollection(root=str(root))
    with default_settings():
        for name in names:
            found.scan_file(name)
    return found


def finds_a_planted_one():
    """The scan can fail: it finds a key that is put before it."""
    with tempfile.TemporaryDirectory() as folder:
        # In pieces, so that it is not found here.
        planted = 'aws_key = "AKIA' + 'QYLPMN5HHHFPZAM2"\n'
        Path(folder, "planted.py").write_text(planted)
        return bool(scanned(["planted.py"], folder).files)


def known():
    if not BASELINE.exists():
        return SecretsCollection(root=str(ROOT))
    return SecretsCollection.load_from_baseline(json.loads(BASELINE.read_text()))


def accept(found):
    for _, secret in found:
        secret.is_secret = False
    with default_settings():
        told = baseline.format_for_output(found)
    # When it was made says nothing, and would differ each time.
    del told["generated_at"]
    for name, known_there in told["results"].items():
        for known in known_there:
            known["filename"] = name
    BASELINE.write_text(json.dumps(told, indent=2) + "\n")
    print(f"{BASELINE.name} knows {len(list(found))}")


def main():
    if not finds_a_planted_one():
        sys.exit("the scan misses a secret that is put before it")
    found, looked_at = scanned(checked_in()), known()
    if "--accept" in sys.argv[1:]:
        return accept(found)
    # By hand: the library's own comparison also wants the same folder.
    seen = {(name, secret.type, secret.secret_hash) for name, secret in looked_at}
    new = [
        f"{name}:{secret.line_number}: {secret.type}"
        for name, secret in found
        if (name, secret.type, secret.secret_hash) not in seen
    ]
    unseen = [f"{name}: in the baseline, but nobody looked" for name, secret in looked_at if secret.is_secret is not False]
    if new or unseen:
        hint = "If it is none, `./just secrets --accept` says so; if it is one, it is public now: change it."
        sys.exit("\n".join([*new, *unseen, hint]))
    print(f"{len(list(found))} look like secrets and are known, none is new")


main()
