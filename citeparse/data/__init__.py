"""Tables of facts about law, and the indexes built from them on first use."""
