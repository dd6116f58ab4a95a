"""Contact data for a handover: which fields, in which order, and when they are enough."""

from collections.abc import Collection, Mapping

#: wording of the consent question; a new wording gets a new version
CONSENT_WORDING = "2026-11"

#: asked one after the other; each may be skipped
FIELDS = ("name", "company", "email", "phone")

#: entity → contact field
FIELD_OF_ENTITY = {"person_name": "name", "company_name": "company", "email": "email", "phone": "phone"}


def next_field(given: Mapping[str, str], skipped: Collection[str]) -> str | None:
    """The field to ask for next; None when there is nothing left to ask. One way to be reached is enough."""
    for field in FIELDS:
        if field in given or field in skipped:
            continue
        if field == "phone" and "email" in given:
            continue
        return field
    return None
