"""Topics are merged into one domain, and overlaps are refused with both names."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException

from bot.importer import OverlappingDomains, TopicImporter, domain_files, merge_domains

ROOT_DOMAIN = 'version: "3.1"\nintents: [greet]\nentities: [area]\nresponses:\n  utter_greet: [{text: こんにちは}]\n'
TOPIC_DOMAIN = (
    'version: "3.1"\nentities: [area, phone]\nactions: [action_find]\n'
    "slots:\n  pending: {type: text, mappings: [{type: custom}]}\nresponses:\n  utter_found: [{text: ありました}]\n"
)
NLU = 'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - こんにちは\n      - どうも\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    topic = tmp_path / "data" / "support"
    topic.mkdir(parents=True)
    (tmp_path / "domain.yml").write_text(ROOT_DOMAIN, encoding="utf-8")
    (topic / "domain.yml").write_text(TOPIC_DOMAIN, encoding="utf-8")
    (topic / "nlu.yml").write_text(NLU, encoding="utf-8")
    (tmp_path / "config.yml").write_text("recipe: default.v1\nlanguage: ja\n", encoding="utf-8")
    return tmp_path


def importer(project: Path) -> TopicImporter:
    return TopicImporter(str(project / "config.yml"), str(project / "domain.yml"), [str(project / "data")])


def test_the_root_comes_first(project: Path) -> None:
    assert domain_files(project / "domain.yml") == [project / "domain.yml", project / "data" / "support" / "domain.yml"]


def test_a_topic_adds_to_the_root(project: Path) -> None:
    domain = importer(project).get_domain()
    assert set(domain.responses) == {"utter_greet", "utter_found"}
    assert "pending" in {slot.name for slot in domain.slots}
    assert {"area", "phone"} <= set(domain.entities)
    assert "action_find" in domain.user_actions


@pytest.mark.parametrize(
    "again",
    ["responses:\n  utter_found: [{text: また}]\n", "slots:\n  pending: {type: bool, mappings: [{type: custom}]}\n"],
    ids=["response", "slot"],
)
def test_what_two_topics_define_is_refused(project: Path, again: str) -> None:
    other = project / "data" / "other"
    other.mkdir()
    (other / "domain.yml").write_text('version: "3.1"\n' + again, encoding="utf-8")
    with pytest.raises(OverlappingDomains) as refused:
        merge_domains(domain_files(project / "domain.yml"))
    assert "data/other/domain.yml" in str(refused.value)
    assert "data/support/domain.yml" in str(refused.value)


def test_a_section_nobody_reads_is_refused(project: Path) -> None:
    (project / "data" / "support" / "domain.yml").write_text('version: "3.1"\ne2e_actions: []\n', encoding="utf-8")
    with pytest.raises(RasaException, match="e2e_actions"):
        merge_domains(domain_files(project / "domain.yml"))


def test_editing_a_reply_leaves_the_examples_as_they_were(project: Path) -> None:
    before = importer(project).get_nlu_data("ja").fingerprint()
    domain = project / "data" / "support" / "domain.yml"
    domain.write_text(domain.read_text(encoding="utf-8").replace("ありました", "見つかりました"), encoding="utf-8")
    assert importer(project).get_nlu_data("ja").fingerprint() == before


def test_replies_are_no_training_examples(project: Path) -> None:
    assert importer(project).get_nlu_data("ja").responses == {}


def test_examples_are_read_once(project: Path) -> None:
    read = importer(project)
    first = read.get_nlu_data()
    (project / "data" / "support" / "nlu.yml").unlink()

    assert len(first.intent_examples) == 2
    assert read.get_nlu_data("ja") is first
