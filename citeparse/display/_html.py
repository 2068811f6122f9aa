"""Elements of HTML. Whatever is not HTML already is escaped, so that no text becomes markup."""

from __future__ import annotations

import html
import re

__all__ = ["Html", "element", "escape"]

_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


class Html(str):
    """Words that are HTML already."""

    __slots__ = ()


def escape(words: str) -> Html:
    r"""Return words as HTML, text or attribute; what no page can hold becomes the replacement character.

    >>> escape('<"\x00\ud800&'), escape("a\nb")
    ('&lt;&quot;��&amp;', 'a\nb')
    """
    return Html(html.escape(_UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", words)))


def element(name: str, *content: str, **attributes: str | int | None) -> Html:
    """Return an element with its content; attributes that are None are left out.

    ``class_`` is the attribute ``class``, ``data_to`` is ``data-to``.

    >>> element("p", "1 < ", element("b", 2), class_="sum", id=None, data_note='"')
    '<p class="sum" data-note="&quot;">1 &lt; <b>2</b></p>'
    """
    said = [
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    ]
    inner = [part if isinstance(part, Html) else escape(str(part)) for part in content]
    return Html(f"<{name}{''.join(said)}>{''.join(inner)}</{name}>")
