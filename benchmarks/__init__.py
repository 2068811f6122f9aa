"""Measuring citeparse: ``accuracy.py``, ``speed.py`` and ``growth.py`` are commands, the rest are their parts."""
