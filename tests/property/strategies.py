"""Texts to try: raw Unicode, pieces of citations in any order, and real sentences with noise in them."""

from pathlib import Path

from hypothesis import strategies as st

__all__ = ["noisy_opinions", "pieces", "texts"]

PIECES = (
    " ", " ", " ", "\n", "\n\n", "  ", "\t", "\u00a0", ", ", "; ", ". ", " (", ") ", "(", ")", "[", "]", '"', "“", "”",
    "'", "’", "*", "_", "-", "–", "—", "§", "§§", " § ", " §§ ", "¶", " ¶ ", "¶¶ ", "at ", " at *", "n.4", " & ",
    " and ", " or ", "1", "2", "258", "1983", "1999", "2001", "17", "56.1", "1331", "12", "10b-5", "2000e-5", "XIV",
    "I", "(a)", "(b)(1)", "(A)(ii)", "72-73", "72–73", "28:7–30:13", "U.S.", "U. S.", "S. Ct.", "F.3d", "F. Supp. 2d",
    "F.Supp.2d", "L. Ed. 2d", "Cal.App.4th", "N.E.2d", "WL", "U.S. Dist. LEXIS", "Ohio", "IL", "-Ohio-", "U.S.C.",
    "U. S. C.", "C.F.R.", "Fed. Reg.", "Stat.", "Pub. L. No.", "Cal. Penal Code", "N.Y. Penal Law",
    "U.S. Const. amend.", "Fed. R. Civ. P.", "Rule", "Local Rule", "Section", "Harv. L. Rev.",
    "Restatement (Second) of Torts", "U.S.S.G.", "H.R. Rep. No.", "Exec. Order No.", "Id.", "id.", "Ibid.", "supra",
    "infra", "note", "See", "see also", "See, e.g.,", "Cf.", "But see", "accord", "quoting", "citing", "aff'd,",
    "rev'd sub nom.", "cert. denied,", "(2d Cir. 2001)", "(S.D.N.Y. Sept. 30, 2003)", "(1999)", "[1999]",
    "(per curiam)", "(emphasis added)", "ECF No.", "Dkt.", "Pl. Tr.", "Knowles Decl.", "Compl.", "Ex. A", "No.",
    "06 Civ. 6331", "17-cv-1024", "Holz", "Rockefeller & Co.", "Foo", "Bar", "v.", "vs.", "In re", "Ex parte", "State",
    "People", "United States", "Holz v. Rockefeller & Co.", "the", "The Court held", "of", "hereinafter",
)

GOLD = Path(__file__).parent.parent / "gold"

NOISE = ("", " ", "\n", "  ", ".", ",", "(", ")", "§", "l", "1", "\x00", "\ud800", "’", "-", "Id.", "supra", "v.")


def texts() -> st.SearchStrategy[str]:
    """Any string, lone surrogates included."""
    return st.text(st.characters(), max_size=200)


def pieces() -> st.SearchStrategy[str]:
    """Pieces of citations in any order."""
    return st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def noisy_opinions(draw: st.DrawFn) -> str:
    """A stretch of a real opinion with characters dropped, replaced and doubled."""
    opinion = draw(st.sampled_from(sorted(GOLD.glob("*.txt")))).read_text(encoding="utf-8")
    start = draw(st.integers(0, len(opinion) - 1))
    text = opinion[start : start + draw(st.integers(50, 600))]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(NOISE)) + text[at + draw(st.integers(0, 3)) :]
    return text
