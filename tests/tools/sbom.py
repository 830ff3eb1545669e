"""Makes a bill of materials of what cargo says about the program; see tests/tools/sbom."""

import json
import sys
import tomllib
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PROGRAM = "endorse"
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"

folder = Path(sys.argv[1])
said = json.loads((folder / "metadata.json").read_text())
lock = tomllib.loads(Path("Cargo.lock").read_text())
digests = {(it["name"], it["version"]): it.get("checksum") for it in lock["package"]}
packages = {it["id"]: it for it in said["packages"]}
# The metadata also names crates that only a feature nobody asked for would bring.
tree = set((folder / "tree.txt").read_text().splitlines())
is_in = lambda it: f"{packages[it]['name']} v{packages[it]['version']}" in tree
nodes = {it["id"]: it for it in said["resolve"]["nodes"] if is_in(it["id"])}


def below(node):
    """What a crate is built with; tests do not count."""
    kinds = lambda it: {kind["kind"] for kind in it["dep_kinds"]}
    all = [it["pkg"] for it in nodes[node]["deps"] if kinds(it) & {None, "build"}]
    return [it for it in all if it in nodes]


def reached(start):
    """Everything below the program, and the program."""
    found, waiting = set(), [start]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(below(node))
    return found


program = next(it["id"] for it in said["packages"] if it["name"] == PROGRAM)
wrong, components = [], {}
for node in sorted(reached(program)):
    it = packages[node]
    name, version, source = it["name"], it["version"], it["source"]
    digest = digests.get((name, version))
    if source is not None and source != REGISTRY:
        wrong.append(f"{name} {version} is from {source}")
    if source is not None and not digest:
        wrong.append(f"{name} {version} has no digest")
    if not it["license"]:
        wrong.append(f"{name} {version} names no licence")
    components[node] = Component(
        type=ComponentType.APPLICATION if node == program else ComponentType.LIBRARY,
        name=name,
        version=version,
        purl=PackageURL("cargo", None, name, version),
        bom_ref=f"{name}@{version}",
        licenses=[LicenseExpression(it["license"].replace("/", " OR "))] if it["license"] else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)] if digest else [],
    )

bom = Bom(components=[it for node, it in components.items() if node != program])
bom.metadata.component = components[program]
for node, component in components.items():
    bom.register_dependency(component, [components[it] for it in below(node)])
file = folder / "endorse.cdx.json"
file.write_text(JsonV1Dot6(bom).output_as_string(indent=1))

# What was written, read again, against the tree.
written = json.loads(file.read_text())
listed = {f"{it['name']} v{it['version']}" for it in written["components"]}
listed.add(f"{PROGRAM} v{written['metadata']['component']['version']}")
wrong += [f"{it} is in the program and not in the bill" for it in sorted(tree - listed)]
wrong += [f"{it} is in the bill and not in the program" for it in sorted(listed - tree)]
for line in wrong:
    print(line, file=sys.stderr)
print(f"{file}: {len(listed)} crates")
sys.exit(1 if wrong else 0)
