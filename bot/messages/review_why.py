"""What each pillar of a review was read from, and what four weeks say."""

from __future__ import annotations

from bot.messages.reasons import sentence, spoken
from bot.reply import Reply
from bot.text import Html, Text
from core.review import Review


def why(review: Review, text: Text) -> Reply:
    """What each pillar was read from, what four weeks say, and why next week is as it is."""
    said = [text("review-why-head", day=text.day(review.monday)), ""]
    if review.hindrance is not None:
        said.append(text(f"review-hindered-{review.hindrance.value}"))
    else:
        said += _evidence(review, text)
    if review.ahead is not None and review.ahead.why:
        why = Html(spoken(review.ahead.why, text))
        said.append(text("review-why-ahead", why=why))
    return Reply("\n".join(said))


def _evidence(review: Review, text: Text) -> list[str]:
    pillars = [
        text(
            "review-evidence",
            name=text(f"pillar-{pillar.name.value}"),
            why=Html(sentence(pillar.why, text)),
        )
        for pillar in review.pillars
    ]
    return [*pillars, "", *_shares(review, text), text("review-why-marks")]


def _shares(review: Review, text: Text) -> list[str]:
    said = []
    if review.easy is not None and review.easy_four_weeks is not None:
        facts = {
            "percent": round(100 * review.easy),
            "month": round(100 * review.easy_four_weeks),
            "floor": round(100 * review.floor),
        }
        said.append(text("review-why-share-month", **facts))
    elif review.easy is not None:
        said.append(text("review-why-share", percent=round(100 * review.easy)))
    if review.medium is not None:
        said.append(text("review-why-medium", percent=round(100 * review.medium)))
    return said
