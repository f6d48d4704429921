"""Markup is read as Telegram reads it, down to the byte offsets of its complaints."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.model.errors import ApiError
from bot.rehearsal.model.html import parse
from bot.rehearsal.model.utf16 import piece, units
from bot.rehearsal.model.wording import caption_content, formatted, text_content
from bot.rehearsal.rich import to_html


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<B>x</B><Q>", 'Unsupported start tag "q" at byte offset 8'),
        ("pace < 4:30", 'Unsupported start tag "" at byte offset 5'),
        ("é <q>", 'Unsupported start tag "q" at byte offset 3'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</ b>", "Unclosed end tag at byte offset 4"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="soon">y</tg-time>', "Invalid date specified"),
    ],
)
def test_what_cannot_be_parsed_is_refused_in_telegrams_words(markup, complaint):
    with pytest.raises(ApiError) as refusal:
        parse(markup)
    assert refusal.value.code == 400
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1, {})]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1, {}), ("italic", 1, 1, {})]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1, {}), ("strikethrough", 1, 1, {})]),
        ("<b></b>x", "x", []),
        ("<b>😀</b>x", "😀x", [("bold", 0, 2, {})]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3, {}), ("italic", 2, 1, {})]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1, {})]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1, {})]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1, {})]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1, {})]),
        ("<pre>a</pre>", "a", [("pre", 0, 1, {})]),
        ("<code class='language-py'>a</code>", "a", [("code", 0, 1, {})]),
        (
            "<pre><code class='language-py'>a</code></pre>",
            "a",
            [("pre", 0, 1, {"language": "py"})],
        ),
        (
            '<a href="https://x.y/?a=1&amp;b">l</a>',
            "l",
            [("text_link", 0, 1, {"url": "https://x.y/?a=1&b"})],
        ),
        (
            "<a>example.com</a>",
            "example.com",
            [("text_link", 0, 11, {"url": "http://example.com"})],
        ),
        ('<a href="nowhere">l</a>', "l", []),
        ('<a href="tg://user?id=7">l</a>', "l", [("text_mention", 0, 1, {"user": {"id": 7}})]),
        (
            '<tg-time unix="1795717800" format="t">soon</tg-time>',
            "soon",
            [("date_time", 0, 4, {"unix_time": 1795717800, "date_time_format": "t"})],
        ),
        ("&lt;&gt;&amp;&quot;", '<>&"', []),
        ("&#60;&#x1F600;", "<😀", []),
        ("&nbsp; &apos; &; &", "&nbsp; &apos; &; &", []),
        ("&lt", "<", []),
        ("&#0; &#55296; &#99999999;", "&#0; &#55296; &#99999999;", []),
        ("<b\n>x</b\n>", "x", [("bold", 0, 1, {})]),
    ],
)
def test_markup_becomes_text_and_entities_in_utf16_units(markup, text, entities):
    expected = [{"type": k, "offset": o, "length": n, **more} for k, o, n, more in entities]
    assert parse(markup) == (text, expected)


TAGS = ["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a", "q", "span"]
pieces = st.one_of(
    st.text(max_size=8),
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["<", ">", "&", "&amp;", "&#6", "<a href='x.y'>", "<a href=", '"', "😀", "\0"]),
)


@given(st.lists(pieces, max_size=12).map("".join))
def test_whatever_comes_is_parsed_or_refused_as_unparsable(markup):
    parsed = tried(markup)
    if isinstance(parsed, ApiError):
        assert parsed.description.startswith("Bad Request: can't parse entities: ")
        return
    text, entities = parsed
    for entity in entities:
        assert entity["offset"] >= 0
        assert 0 < entity["length"] <= units(text) - entity["offset"]


def tried(markup):
    """What is parsed, or the refusal; anything else would be a crash."""
    try:
        return parse(markup)
    except ApiError as refusal:
        return refusal


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text):
    text = text.encode("utf-8", "replace").decode()
    assert parse(escape(text, quote=False)) == (text, [])


@given(st.text(min_size=1), st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote"]))
def test_a_tag_around_escaped_text_covers_all_of_it(text, tag):
    text = text.encode("utf-8", "replace").decode()
    parsed, entities = parse(f"<{tag}>{escape(text)}</{tag}>".replace("&#x27;", "&#39;"))
    assert parsed == text
    assert [(e["offset"], e["length"]) for e in entities] == [(0, units(text))]


@given(st.lists(pieces, max_size=12).map("".join))
def test_what_the_page_shows_is_balanced_and_says_the_same(markup):
    try:
        text, entities = formatted(markup, "HTML")
    except ApiError:
        return
    shown = to_html(text, entities)
    again, _ = parse(shown)
    assert again == text


def test_overlapping_entities_are_closed_and_opened_again_for_the_page():
    overlap = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
    ]
    assert to_html("abcdef", overlap) == "<b>ab<i>cd</i></b><i>ef</i>"


def test_the_page_links_only_what_is_a_link_and_escapes_the_rest():
    bad = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    assert to_html("<", bad) == "&lt;"
    good = [{"type": "text_link", "offset": 0, "length": 1, "url": 'https://x.y/"><script>'}]
    assert to_html("a", good) == '<a href="https://x.y/&quot;&gt;&lt;script&gt;">a</a>'


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start@NextgearBot now", [("bot_command", "/start@NextgearBot")]),
        ("ask /help or @annaruns", [("bot_command", "/help"), ("mention", "@annaruns")]),
        ("5 km/h, 1/2 and a/b", []),
        ("see https://x.org/a.", [("url", "https://x.org/a")]),
        ("write a.b@c.org #run", [("email", "a.b@c.org"), ("hashtag", "#run")]),
        ("😀 /log", [("bot_command", "/log")]),
    ],
)
def test_commands_mentions_links_and_hashtags_are_found_in_plain_text(said, found):
    text, entities = formatted(said)
    assert [(e["type"], piece(text, e["offset"], e["length"])) for e in entities] == found


def test_nothing_is_found_inside_code_or_links():
    _, entities = formatted("<code>/start</code> <a href='https://x.y'>/go</a>", "HTML")
    assert [entity["type"] for entity in entities] == ["code", "text_link"]


def test_space_around_a_text_is_dropped_and_entities_move_with_it():
    assert text_content("  \n <b>a</b> ", "HTML") == {
        "text": "a",
        "entities": [{"type": "bold", "offset": 0, "length": 1}],
    }


@pytest.mark.parametrize("empty", ["", "  \n ", "<b> </b>", "<i></i>"])
def test_a_text_of_nothing_is_refused(empty):
    with pytest.raises(ApiError, match="message text is empty"):
        text_content(empty, "HTML")


def test_lengths_are_counted_after_parsing_in_utf16_units():
    long = "<b>" + "😀" * 2048 + "</b>"
    assert text_content(long, "html")["text"] == "😀" * 2048
    with pytest.raises(ApiError, match="message is too long"):
        text_content(long + "x", "HTML")
    assert caption_content("x" * 1024)["caption"] == "x" * 1024
    with pytest.raises(ApiError, match="message caption is too long"):
        caption_content("😀" * 512 + "x")


@pytest.mark.parametrize(
    ("mode", "complaint"),
    [("MarkdownV2", "not played"), ("Markdown", "not played"), ("BB", "unsupported parse_mode")],
)
def test_other_markups_are_refused_clearly(mode, complaint):
    with pytest.raises(ApiError, match=complaint):
        text_content("*a*", mode)
