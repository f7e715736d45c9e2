"""sbom.py FILE: what a release is made of, as CycloneDX 1.6 JSON.

Crates of the server and of the browser application, without those that only tests use, each with the checksum of
Cargo.lock; and the npm packages that build what the browser loads. The same sources give the same file.
"""

import json
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
# What ships, and for which machine it is built.
PROGRAMS = {"gangway": "x86_64-unknown-linux-gnu", "gangway_frontend": "wasm32-unknown-unknown"}
NPM_LOCKS = ["frontend/package-lock.json", "frontend/widget/package-lock.json"]
LICENSES = LicenseFactory()


def metadata(target):
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def needed(nodes, start):
    """Who needs whom, from one crate on, without what only tests need."""
    graph, waiting = {}, [start]
    while waiting:
        crate = waiting.pop()
        if crate in graph:
            continue
        graph[crate] = [
            other["pkg"]
            for other in nodes[crate]["deps"]
            if any(kind["kind"] != "dev" for kind in other["dep_kinds"])
        ]
        waiting += graph[crate]
    return graph


def licenses(text):
    return [LICENSES.make_from_string(text.replace("/", " OR "))] if text else []


def of_crate(package, checksums):
    name, version = package["name"], package["version"]
    url = PackageURL("cargo", name=name, version=version)
    checksum = checksums.get((name, version))
    return Component(
        bom_ref=str(url),
        type=ComponentType.APPLICATION if name in PROGRAMS else ComponentType.LIBRARY,
        name=name,
        version=version,
        purl=url,
        licenses=licenses(package["license"]),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
    )


def of_npm(path, entry):
    full = path.rpartition("node_modules/")[2]
    group, _, name = full.rpartition("/")
    url = PackageURL("npm", namespace=group or None, name=name, version=entry["version"])
    return Component(
        bom_ref=str(url),
        type=ComponentType.LIBRARY,
        group=group or None,
        name=name,
        version=entry["version"],
        purl=url,
        # It builds what ships and is not in it.
        scope=ComponentScope.EXCLUDED,
        licenses=licenses(entry.get("license")),
    )


def crates():
    """Every crate that ships as a component, and who needs whom."""
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    checksums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    components, graph = {}, {}
    for program, target in PROGRAMS.items():
        told = metadata(target)
        packages = {package["id"]: package for package in told["packages"]}
        nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
        start = next(id for id, package in packages.items() if package["name"] == program)
        for crate, others in needed(nodes, start).items():
            components.setdefault(crate, of_crate(packages[crate], checksums))
            graph.setdefault(crate, set()).update(others)
    return components, graph


def npm_packages():
    for lock in NPM_LOCKS:
        for path, entry in json.loads((ROOT / lock).read_text())["packages"].items():
            if path and not entry.get("optional"):
                yield of_npm(path, entry)


def bill():
    components, graph = crates()
    server = next(one for one in components.values() if one.name == "gangway")
    npm = {one.bom_ref.value: one for one in npm_packages()}
    bom = Bom(components=[one for one in components.values() if one is not server] + list(npm.values()))
    bom.metadata.component = server
    for crate, others in graph.items():
        bom.register_dependency(components[crate], [components[other] for other in others])
    return bom


def main(out):
    text = JsonV1Dot6(bill()).output_as_string(indent=2)
    told = json.loads(text)
    # Neither when nor where it was made: what is the same is named the same.
    del told["metadata"]["timestamp"], told["serialNumber"]
    told["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(told, sort_keys=True)).urn
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(told, indent=2) + "\n")
    print(f"{out}: {len(told['components'])} components")


main(Path(sys.argv[1]))
