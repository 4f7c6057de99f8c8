"""What one exhibit is asked about: a reading of the store, a selection, a language, and the way to an `Exhibit`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.assessment import STATUS_ORDER, Verdict
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.exhibits.evidence import Evidence
from indicators.exhibits.exhibit import Drawing, Exhibit
from indicators.exhibits.frames import framed
from indicators.exhibits.verdicts import Assessed, assess_places
from indicators.exhibits.words import Words, words_for
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading


@dataclass(frozen=True)
class Request:
    """The four things every builder is given, and what is always done with them."""

    reading: Reading
    catalogue: Catalogue
    selection: Selection
    text: Text

    @property
    def as_of(self) -> int:
        """The year whose end is asked about."""
        return self.selection.as_of

    @property
    def is_over(self) -> bool:
        """Whether the programme's last year has passed, so that verdicts are final."""
        return self.as_of >= self.catalogue.programme.last_year

    @property
    def level(self) -> str:
        """The level of the place the selection narrows to: province, district, sector or cell."""
        if self.selection.district and self.selection.sector:
            return "cell"
        if self.selection.district:
            return "district"
        return "sector" if self.selection.sector else "province"

    def assess(self, *, indicator: str | None = None) -> tuple[Assessed, ...]:
        """Return the verdicts at the selection's place, of its group only where one is asked for."""
        return self.assess_at(
            self.level, district=self.selection.district, sector=self.selection.sector, indicator=indicator
        )

    def assess_at(
        self, level: str, *, district: str | None = None, sector: str | None = None, indicator: str | None = None
    ) -> tuple[Assessed, ...]:
        """Return the verdicts at every place of a level, of the selection's group only where one is asked for."""
        found = assess_places(
            self.reading, self.catalogue, as_of=self.as_of, level=level, district=district, sector=sector,
            indicator=indicator,
        )  # fmt: skip
        group = self.selection.group
        if group is None or indicator is not None:
            return found
        return tuple(one for one in found if self.group_of(one.definition) == group)

    def chosen(self) -> Assessed | None:
        """Return the selected indicator at the selected place, None where none or an unknown one is selected."""
        if self.selection.indicator is None:
            return None
        return next(iter(self.assess(indicator=self.selection.indicator)), None)

    def without_indicator(self, key: str, *, title: str, drawing: Drawing, columns: Sequence[str]) -> Exhibit:
        """Return the empty exhibit that asks the reader to choose an indicator, or another one."""
        empty = "exhibit.choose_indicator" if self.selection.indicator is None else "exhibit.indicator_not_here"
        return self.asking(key, title=title, drawing=drawing, columns=columns, sentence=self.text(empty))

    def asking(self, key: str, *, title: str, drawing: Drawing, columns: Sequence[str], sentence: str) -> Exhibit:
        """Return an exhibit without rows whose sentence says what to choose first."""
        return self.exhibit(
            key, title=title, headline=sentence, frame=framed(columns, []), drawing=drawing,
            evidence=Evidence(self.text("exhibit.source_none")), figures=framed(columns, []), empty_sentence=sentence,
        )  # fmt: skip

    def group_of(self, definition: Definition) -> str:
        """Return the id of an indicator's group, or the words typed where the catalogue does not know it."""
        known = self.catalogue.group(definition.group) or self.catalogue.find_group(definition.group)
        return known.id if known is not None else definition.group

    def group_name(self, group: str) -> str:
        """Return the name of a group as the reader knows it."""
        known = self.catalogue.group(group)
        return self.text.name(known) if known is not None else group or self.text("exhibit.group_none")

    def group_order(self, group: str) -> int:
        """Return where a group stands among the catalogue's, the unknown ones last."""
        order = [known.id for known in self.catalogue.groups]
        return order.index(group) if group in order else len(order)

    def words(self, definition: Definition) -> Words:
        """Return how the figures of an indicator are written."""
        return words_for(definition, self.catalogue, self.text)

    def place(self, district: str | None, sector: str | None) -> str:
        """Return the name of a place: toàn tỉnh, Đại Từ, ngành Chè, ngành Chè ở Đại Từ."""
        district_name = self.text.name(self.catalogue.district(district)) if district else ""
        if sector:
            sector_name = self.text("exhibit.place_sector", sector=self.text.name(self.catalogue.sector(sector)))
            if not district:
                return sector_name
            return self.text("exhibit.place_cell", sector=sector_name, district=district_name)
        return district_name or self.text("exhibit.place_province")

    @property
    def selected_place(self) -> str:
        """The name of the place the selection narrows to."""
        return self.place(self.selection.district, self.selection.sector)

    def titled(self, title: str) -> str:
        """Return a title with the selected place and group after it, where there are such."""
        narrowed = [self.selected_place] if self.level != "province" else []
        if self.selection.group:
            narrowed.append(self.group_name(self.selection.group))
        return self.text("exhibit.titled", title=title, narrowed=", ".join(narrowed)) if narrowed else title

    def exhibit(
        self,
        key: str,
        *,
        title: str,
        headline: str,
        frame: pd.DataFrame,
        drawing: Drawing,
        evidence: Evidence,
        figures: pd.DataFrame,
        empty_sentence: str,
        unit: str = "",
        decimals: int = 0,
        notes: Iterable[str] = (),
    ) -> Exhibit:
        """Return the exhibit of this request; the demonstration mark is its first note where its records carry it."""
        demonstration = (self.text("exhibit.demonstration"),) if evidence.is_demonstration else ()
        return Exhibit(
            key=key,
            title=title,
            headline=headline,
            frame=frame,
            drawing=drawing,
            unit=unit,
            source_note=evidence.source_note,
            as_of=self.as_of,
            version=self.reading.version,
            language=self.text.language,
            decimals=decimals,
            is_demonstration=evidence.is_demonstration,
            empty_sentence=empty_sentence,
            notes=(*demonstration, *dict.fromkeys(note for note in notes if note)),
            figures=figures,
        )


def worst_first(assessed: Iterable[Assessed]) -> list[Assessed]:
    """Return verdicts by status, the worst first, those of one status by how far behind; not assessed ones last."""
    return sorted(assessed, key=lambda one: (_rank(one), _behind(one.verdict), one.definition.id))


def status_label(status: str, text: Text) -> str:
    """Return the name of a status."""
    return text(f"status.{status}")


def verdict_label(verdict: Verdict, text: Text) -> str:
    """Return the name of a verdict's status, with the reason where it is not assessed."""
    label = status_label(verdict.status, text)
    if verdict.reason is None:
        return label
    return text("status.because", status=label, reason=text(f"status.reason_{verdict.reason}"))


def counted(assessed: Sequence[Assessed]) -> dict[str, int]:
    """Return how many verdicts have each status that occurs, in the order of the statuses, worst first."""
    statuses = [one.verdict.status for one in assessed]
    return {str(status): statuses.count(status) for status in STATUS_ORDER if status in statuses}


def _rank(one: Assessed) -> int:
    """Where a verdict stands; what is not assessed comes last, and of that what nobody set or reported here."""
    order = [status for status in STATUS_ORDER if status != "not_assessed"]
    if one.verdict.status in order:
        return order.index(one.verdict.status)
    return len(order) + (one.verdict.target is None) + (one.verdict.latest is None)


def _behind(verdict: Verdict) -> float:
    return float("inf") if verdict.ratio is None else verdict.ratio
