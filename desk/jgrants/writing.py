"""Writes drafts as YAML files that the catalogue's checker reads, with the text to check them against as comments."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from desk.jgrants.drafts import Draft

_HEAD = (
    "Jグランツから自動で作った下書き。公開する前に、公募要領で確かめてください。",
    "直すときは seeds/programs/ に写してから。このファイルは次の取り込みで書き直されます。",
)
_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Writes a value that occurs twice in full, twice: people copy parts of a draft."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def write_drafts(drafts: Sequence[Draft], folder: Path) -> None:
    """One file a draft; files of grants that are not among them stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for draft in drafts:
        (folder / f"{draft.id}.yaml").write_text(as_yaml(draft), encoding="utf-8")


def as_yaml(draft: Draft) -> str:
    """The record in the order of the schema, between comments."""
    record = yaml.dump(draft.record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return _comments(_HEAD) + record + _comments(_notes(draft))


def _notes(draft: Draft) -> Iterator[str]:
    """What a person needs for checking and what no field of the record holds."""
    grant = draft.grant
    labelled = {
        "管理番号": grant.name,
        "制度名": grant.institution_name,
        "類型": grant.granttype,
        "キャッチコピー": grant.subsidy_catch_phrase,
        "地域の詳細": grant.target_area_detail,
        "利用目的": "・".join(grant.use_purpose),
        "添付ファイル": "、".join(grant.files),
    }
    yield ""
    yield "確認用: Jグランツの記載（文章はそのまま載せず、自分の言葉で書く）"
    yield from (f"{label}: {value}" for label, value in labelled.items() if value)
    yield from draft.text.splitlines()


def _comments(lines: Sequence[str] | Iterator[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
