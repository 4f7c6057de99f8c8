"""A strict look at an Office file: every part well-formed and typed, every relationship leading somewhere."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass
class Package:
    """The parts of an Office file by their names."""

    content: bytes
    parts: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            assert len(names) == len(set(names)), "a part is there twice"
            self.parts = {name: archive.read(name) for name in names}

    def tree(self, name: str) -> etree._Element:
        """The parsed part; fails where it is not well-formed."""
        return etree.fromstring(self.parts[name])

    def faults(self) -> Iterator[str]:
        """Yield what a strict reader would stumble over."""
        types = self.tree(CONTENT_TYPES)
        defaults = {each.get("Extension", "").lower() for each in types if each.tag.endswith("Default")}
        overrides = {each.get("PartName", "").lstrip("/") for each in types if each.tag.endswith("Override")}
        yield from (f"{name} has a type and is not there" for name in overrides - set(self.parts))
        for name in self.parts:
            if name.endswith((".xml", ".rels")):
                self.tree(name)
            ending = name.rsplit(".", 1)[-1].lower()
            if name != CONTENT_TYPES and name not in overrides and ending not in defaults:
                yield f"{name} has no content type"
            if name.endswith(".rels"):
                yield from self._dangling(name)

    def _dangling(self, name: str) -> Iterator[str]:
        owner = posixpath.dirname(posixpath.dirname(name))
        ids = [relation.get("Id") for relation in self.tree(name)]
        if len(ids) != len(set(ids)):
            yield f"{name} has an id twice"
        for relation in self.tree(name).iter(RELATIONS):
            if relation.get("TargetMode") == "External":
                yield f"{name} leads outside the file: {relation.get('Target')}"
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(owner, target))
            if path not in self.parts:
                yield f"{name} leads to {path}, which is not there"


def out_of_order(element: etree._Element, orders: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield elements whose children do not stand in the order the format's schema gives."""
    for parent in element.iter(etree.Element):
        order = orders.get(etree.QName(parent).localname)
        if order is None:
            continue
        places = [order.index(name) for name in (etree.QName(child).localname for child in parent) if name in order]
        unknown = [etree.QName(child).localname for child in parent if etree.QName(child).localname not in order]
        if places != sorted(places) or unknown:
            yield f"{etree.QName(parent).localname}: {[etree.QName(child).localname for child in parent]}"
