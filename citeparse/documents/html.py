"""HTML: what a page says to its reader, with the place of each character in the source.

A tokenizer of our own walks the source once, by the rules of the HTML standard (13.2.5): html.parser reports lines and
columns of tags, not offsets, and reads broken markup differently from version to version of Python; the trees that lxml
and others build have no offsets. No tree is needed: blocks end paragraphs, everything else is passed over.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

import attrs

from citeparse.documents._notes import footnotes
from citeparse.documents._source import Mark, NoteMark, Reading, Role, Weaver

__all__ = ["ATTRIBUTE", "BLOCKS", "INVISIBLE", "REFERENCE", "TAG", "VOID", "read_html"]

ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]++)?)?"""
TAG = rf"""<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{ATTRIBUTE})*+)(?:>|\Z)"""
REFERENCE = r"&(?:\#[0-9]{1,7}+(?![0-9])|\#[xX][0-9a-fA-F]{1,6}+(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31}+);?"
INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]+"

_NEXT = re.compile("[<&\t\n\r\f\u00ad\u200b-\u200d\u2060\ufeff]")
"""Where an event may begin: one class of characters, which is searched for fastest."""

_EVENT = re.compile(
    rf"""
      (?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))    # <!-- not shown -->
    | (?P<tag>{TAG})                              # <p class="x">, </p>
    | (?P<declaration><(?:[!?]|/[^a-zA-Z])[^>]*+>?)   # <!DOCTYPE html>, <?xml?>
    | (?P<reference>{REFERENCE})                  # &sect; &#167;
    | (?P<white>[\t\n\r\f][ \t\n\r\f]*+)            # a run of white space is one space
    | (?P<invisible>{INVISIBLE})                  # soft hyphens, marks of width zero
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME_VALUE = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]++))?)?""")

_PARAGRAPHS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre search section summary table tbody
    tfoot thead ul attorneys author casebody court decisiondate docketnumber footnote headnotes history judges opinion
    otherdate parties syllabus
"""
BLOCKS = {**dict.fromkeys(_PARAGRAPHS.split(), "\n\n"), "br": "\n", "li": "\n", "tr": "\n", "td": "\t", "th": "\t"}
"""Elements that end a line or a paragraph, those of case.law too, and the white space that is read there."""

_EMPTY = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_EMPTY.split())
"""Elements that have no end tag."""

_UNREAD = """
    audio canvas datalist iframe math noembed noframes noscript object script select style svg template textarea title
    video
"""
_HIDDEN = frozenset(_UNREAD.split())
"""Elements whose content is not part of the page's prose, or takes no markup."""

_FOREIGN = frozenset({"math", "svg"})

# Marks in the text: class names and link targets of CourtListener, case.law, Resource.org, Cornell LII, DPUB-ARIA.
_CARRIERS = frozenset({"a", "sup", "span", "page-number", "footnotemark", "pb"})
_PAGE_CLASS = re.compile(
    r"(?:^|\s)(?:star-?pag(?:ination|e)|page-?(?:label|number|num|no|break|mark(?:er)?)|pagination|page)(?:\s|$)",
    re.IGNORECASE,
)
_NOTE_CLASS = re.compile(r"(?:^|\s)\S{0,20}(?:foot-?note|note-?ref|fn-?ref|noteref)", re.IGNORECASE)
_NOTE_TARGET = re.compile(
    r"[^\s#]{0,300}#_?(?:ref_?)?[^#]{0,40}?(?:fn|foot|ftn|note|(?<![a-z])n-?[0-9])", re.IGNORECASE
)
_INLINE = "(?:a|b|em|i|small|span|strong|sup)"
_OPEN, _CLOSE = rf"(?:\s*+<{_INLINE}\b[^<>]{{0,300}}>){{0,3}}\s*+", rf"(?:\s*+</{_INLINE}>){{0,3}}?\s*+"
_NUMBER = rf"""
    {_OPEN}
    (?P<label>[\[(]?(?:(?:foot)?note\s|fn\.?\s?|n\.?\s?)?(?:[0-9]{{1,4}}|[*†‡§¶]{{1,4}}|[a-z]|[ivx]{{1,6}})[\])]?\.?)\s*+
    {_CLOSE}
"""
_PAGE = rf"""
    {_OPEN}
    (?:\*{{0,3}}\[?(?:(?:page|pg\.?|p\.?)\s?)?(?P<label>[0-9]{{1,5}}|[ivxlc]{{1,8}})\]?\*?)?\s*+
    {_CLOSE}
"""
_UNSEEN = re.compile(INVISIBLE)
_SUPERSCRIPT = re.compile(r"[\[(]?(?:[0-9]|[*†‡])")


def read_html(source: str) -> Reading:
    r"""Return what a page says: paragraphs, without tags, scripts, footnote marks and page numbers.

    >>> read_html("<p>337 U.S.<sup>2</sup> <span class='star-pagination'>*85</span> 541<br>(1949)").text
    '337 U.S. 541\n(1949)'
    """
    page = _Page(source)
    reading = page.read()
    return attrs.evolve(reading, notes=footnotes(reading, page.notes))


class _Page:
    """The walk over one source."""

    __slots__ = ("notes", "preformatted", "source", "weaver")

    def __init__(self, source: str) -> None:
        self.source = source
        self.weaver = Weaver(source)
        self.preformatted = 0
        self.notes: list[NoteMark] = []

    def read(self) -> Reading:
        source, begin, at = self.source, 0, 0
        while (found := _NEXT.search(source, at)) is not None:
            at = found.start()
            event = _EVENT.match(source, at)
            if event is None:
                at += 1
                continue
            self.words(begin, at)
            begin = at = self.meet(event)
        self.words(begin, len(source))
        return self.weaver.done("html")

    def meet(self, event: re.Match[str]) -> int:
        """Read one event and return the offset at which to go on."""
        match event.lastgroup:
            case "tag":
                return self.tag(event)
            case "white" if not self.preformatted:
                self.weaver.gap(" ", *event.span())
            case "white":
                self.weaver.keep(*event.span())
            case "reference":
                words = html.unescape(event.group())
                self.weaver.put("" if _UNSEEN.fullmatch(words) else words, *event.span())
        return event.end()

    def words(self, start: int, end: int) -> None:
        """Read words; spaces beside markup join other white space there."""
        source, weaver = self.source, self.weaver
        if self.preformatted or start == end:
            weaver.keep(start, end)
            return
        first, last = start, end
        while first < end and source[first] == " ":
            first += 1
        while last > first and source[last - 1] == " ":
            last -= 1
        if start < first:
            weaver.gap(" ", start, first)
        weaver.keep(first, last)
        if last < end:
            weaver.gap(" ", last, end)

    def tag(self, event: re.Match[str]) -> int:
        name, closes = event.group("name").lower(), event.group("slash")
        start, end = event.span()
        if not closes and name in _HIDDEN and not (name in _FOREIGN and event.group().endswith("/>")):
            end = self.content_end(name, end)
            self.weaver.marks.append(Mark(start, end, "void", name, wall=True))
            return end
        if not closes and name in _CARRIERS:
            passed = self.mark(name, event)
            if passed:
                return passed
        role: Role = "void" if name in VOID else "close" if closes else "open"
        self.weaver.marks.append(Mark(start, end, role, name, name in BLOCKS and name != "br"))
        if name in BLOCKS:
            self.weaver.gap(BLOCKS[name], start, end)
            if name == "pre":
                self.preformatted = 0 if closes else 1
        return end

    def content_end(self, name: str, at: int) -> int:
        """Return the offset after the end tag of an element that is not read."""
        found = _end_tag(name).search(self.source, at)
        return found.end() if found else len(self.source)

    def mark(self, name: str, event: re.Match[str]) -> int:
        """Pass over a page number or the mark of a footnote and return the offset after it, or 0."""
        attributes = _attributes(event.group("attributes"))
        start, at = event.span()
        found = _page_mark(self.source, at, name, attributes)
        if found:
            if found.group("label"):
                self.weaver.page(start, found.end(), found.group("label"))
        else:
            found = _note_mark(self.source, at, name, attributes)
            if not found:
                return 0
            label = self.weaver.fresh  # the footnote's own: it is read
            self.notes.append(NoteMark(start, found.group("label"), label))
            if label:
                self.weaver.keep(*found.span("label"))
            self.weaver.hide(found.end("label") if label else start, found.end())
        self.weaver.marks.append(Mark(start, found.end(), "void", name, wall=True))
        return found.end()


@lru_cache(maxsize=64)
def _content(words: str, name: str) -> re.Pattern[str]:
    """Return the pattern of an element whose whole content is ``words``."""
    return re.compile(rf"{words}</{name}\s*>", re.IGNORECASE | re.VERBOSE)


def _page_mark(source: str, at: int, name: str, attributes: dict[str, str]) -> re.Match[str] | None:
    """``<span class="star-pagination">*85</span>``, ``<page-number>``; a mark that is empty is none to be read."""
    if name in ("page-number", "pb") or _PAGE_CLASS.search(attributes.get("class", "")):
        return _content(_PAGE, name).match(source, at)
    return None


def _note_mark(source: str, at: int, name: str, attributes: dict[str, str]) -> re.Match[str] | None:
    """``<sup>1</sup>``, ``<a href="#fn1">[1]</a>``, ``<a class="footnotemark">*</a>``; ``2<sup>d</sup>`` is none."""
    found = _content(_NUMBER, name).match(source, at)
    if found is None:
        return None
    told = (
        name == "footnotemark"
        or "noteref" in attributes.get("role", "") + attributes.get("epub:type", "")
        or _NOTE_CLASS.search(attributes.get("class", ""))
        or _NOTE_TARGET.match(attributes.get("href", ""))
        or (name == "sup" and _SUPERSCRIPT.match(found.group("label")))
    )
    return found if told else None


def _attributes(words: str) -> dict[str, str]:
    pairs = _NAME_VALUE.findall(words[:4000]) if words else ()
    return {name.lower(): html.unescape(a or b or c) for name, a, b, c in pairs}


@lru_cache(maxsize=64)
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)
