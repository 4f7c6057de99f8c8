"""Every error raised on purpose: a key whose sentence stands in `labels`, and the figures that fill it."""

from __future__ import annotations

REFUSED = 1
UNUSABLE = 2


class IndicatorsError(Exception):
    """Something the reader can be told about, in their language.

    `key` names a sentence `error.<key>` in `labels`; `figures` fill its placeholders.
    `exit_code` is what the command line ends with: 1 refused for what the input says, 2 unreadable or wrong usage.
    """

    key = "unexpected"
    exit_code = UNUSABLE

    def __init__(self, **figures: object) -> None:
        self.figures = figures
        super().__init__(f"{self.key}: {figures}")


class StoreMissing(IndicatorsError):
    """No store in the folder asked for (figure: folder)."""

    key = "store_missing"


class StoreExists(IndicatorsError):
    """A store is already in the folder (figure: folder)."""

    key = "store_exists"
    exit_code = REFUSED


class StoreForbidden(IndicatorsError):
    """The operating system does not let this account write the store's folder (figure: folder)."""

    key = "store_forbidden"


class UnknownVersion(IndicatorsError):
    """The store has no such version (figures: version, latest)."""

    key = "unknown_version"


class VersionNotKept(IndicatorsError):
    """The history tells of the version, and its figures are no longer kept (figures: version, earliest, latest)."""

    key = "version_not_kept"


class BrokenStoreSettings(IndicatorsError):
    """The settings file of a store can't be read or says what can't be meant (figure: file)."""

    key = "broken_store_settings"


class StoreBusy(IndicatorsError):
    """Another publication kept landing first (figure: attempts)."""

    key = "store_busy"
    exit_code = REFUSED


class UnknownIndicator(IndicatorsError):
    """No definition has this id (figures: indicator, nearest)."""

    key = "unknown_indicator"


class UnknownDistrict(IndicatorsError):
    """No district has this code (figure: district)."""

    key = "unknown_district"


class UnknownSector(IndicatorsError):
    """No sector has this id (figure: sector)."""

    key = "unknown_sector"


class UnreadableFile(IndicatorsError):
    """The bytes are not a workbook or table that can be opened (figures: file, why)."""

    key = "unreadable_file"


class BrokenAccounts(IndicatorsError):
    """An account of the secrets file has no proper name, or no argon2id hash (figure: name)."""

    key = "broken_accounts"


class BrokenSettings(IndicatorsError):
    """The secrets file can't be read, or says something about access that can't be meant (figures: file, why)."""

    key = "broken_settings"


class NotSignedIn(IndicatorsError):
    """What was asked for is for staff, and nobody is signed in."""

    key = "not_signed_in"
    exit_code = REFUSED


class UnknownHandout(IndicatorsError):
    """Nothing is handed out at this code, or nothing any more (figure: code)."""

    key = "unknown_handout"


class UnwritableFile(IndicatorsError):
    """A file asked for can't be written where it was asked (figure: file)."""

    key = "unwritable_file"


class UnusableTemplate(IndicatorsError):
    """The slides given as a template can't be opened, or none of their layouts has a title (figure: file)."""

    key = "unusable_template"


class UnknownSheet(IndicatorsError):
    """The workbook has no sheet of that name (figures: sheet, sheets)."""

    key = "unknown_sheet"


class WrongUsage(IndicatorsError):
    """The command's words are off (figure: why)."""

    key = "wrong_usage"


class BrokenQuery(IndicatorsError):
    """A file in queries/ breaks its own contract (figures: file, why)."""

    key = "broken_query"


class BrokenCatalogue(IndicatorsError):
    """A file in data/catalogue/ is wrong (figures: file, why)."""

    key = "broken_catalogue"


class StoreMoved(IndicatorsError):
    """Somebody else published first: what was rehearsed no longer holds (figures: rehearsed, version)."""

    key = "store_moved"
    exit_code = REFUSED


class StoreDamaged(IndicatorsError):
    """The folder holds a table whose log can't be read (figure: folder)."""

    key = "store_damaged"


class UnknownReceived(IndicatorsError):
    """No file of that hash was kept (figure: sha256)."""

    key = "unknown_received"


class UnknownProposal(IndicatorsError):
    """No publication waits under that id (figure: proposal)."""

    key = "unknown_proposal"


class AlreadyDecided(IndicatorsError):
    """Somebody has already approved or refused it (figures: by, state)."""

    key = "already_decided"
    exit_code = REFUSED


class OwnProposal(IndicatorsError):
    """Whoever sends a publication in is not the second pair of eyes on it (figure: by)."""

    key = "own_proposal"
    exit_code = REFUSED


class RepeatedRecord(IndicatorsError):
    """The same key comes twice with different contents (figures: indicator, year, records)."""

    key = "repeated_record"
    exit_code = REFUSED


class UnstorableRecord(IndicatorsError):
    """A record lacks what its key needs, or holds something that is no number (figures: column, records)."""

    key = "unstorable_record"
    exit_code = REFUSED


class UnknownCodes(IndicatorsError):
    """An address that nobody can correct on the page holds codes that mean nothing (figure: codes)."""

    key = "unknown_codes"


class WrongSeconds(IndicatorsError):
    """No number of seconds that a slide can stand (figures: value, least, most)."""

    key = "wrong_seconds"


class UnknownSlides(IndicatorsError):
    """There are no slides called that here (figures: slides, known)."""

    key = "unknown_slides"
