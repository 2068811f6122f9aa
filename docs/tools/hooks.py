"""Hooks of mkdocs: a notebook becomes a page, with the outputs that are kept in it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from nbconvert import MarkdownExporter


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put a page beside each notebook, which stays to be downloaded."""
    for file in [file for file in files if file.src_uri.endswith(".ipynb")]:
        page, _ = MarkdownExporter().from_filename(file.abs_src_path)
        files.append(File.generated(config, file.src_uri.replace(".ipynb", ".md"), content=page))
    return files
