import pytest

from tracker.errors import NotFoundError
from tracker.nutrition.guide import GuideTopic
from tracker.services.guide import TOPICS, list_topics, read_topic


def test_the_topics_are_listed_in_order():
    assert [topic.name for topic in list_topics()] == list(TOPICS)


def test_a_topic_is_found_in_any_case():
    assert isinstance(read_topic(" RDA "), GuideTopic)


def test_a_misspelt_topic_is_answered_with_the_nearest():
    with pytest.raises(NotFoundError, match=r"“fods”; did you mean foods\?"):
        read_topic("fods")


@pytest.mark.parametrize("name", ["", "qqq", "x" * 10_000, "\x1b[31mred", "a\nb"])
def test_an_unknown_topic_is_one_short_harmless_line(name):
    with pytest.raises(NotFoundError) as caught:
        read_topic(name)
    message = str(caught.value)
    assert len(message) < 200
    assert message.isprintable()
