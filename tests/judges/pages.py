"""What a page of the documentation shows: its fenced blocks, and the files that it takes them from."""

import re
import textwrap

import project

# A line that needs what only AWS, or only the reader's own project, has. Readers see it too.
ELSEWHERE = re.compile(r"#\s*(AWS only|yours)\b.*$")


class Block:
    """One fenced block: its language, its text and the line where it begins."""

    def __init__(self, page, language, text, before):
        self.page, self.language, self.text, self.line = page, language, text, before.count("\n") + 1
        self.section = (re.findall(r"^##+ (.+)$", before, re.MULTILINE) or [""])[-1]

    def __str__(self):
        return f"{self.page}:{self.line}"


def blocks(page):
    text = (project.ROOT / page).read_text()
    return [
        Block(page, found.group(1), found.group(2), text[: found.start()])
        for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]


def sections(page):
    """What a reader types who follows a section from its beginning to its end, by the section's heading; without those that need AWS."""
    scripts = {}
    for block in blocks(page):
        if block.language == "sh":
            scripts[block.section] = scripts.get(block.section, "") + runnable(block.text)
    return {section: script for section, script in scripts.items() if script.strip()}


def runnable(script):
    """The lines that run here; a line that goes on with a backslash is one with the next."""
    lines = re.split(r"(?<!\\)\n", textwrap.dedent(script))
    return "\n".join(line for line in lines if not ELSEWHERE.search(line))


def is_excerpt(text, of):
    """Whether these lines stand together in a file, wherever they are indented to."""
    wanted = textwrap.dedent(text).strip("\n").split("\n")
    there = of.split("\n")
    return any(
        textwrap.dedent("\n".join(there[start : start + len(wanted)])).strip("\n").split("\n") == wanted
        for start in range(len(there) - len(wanted) + 1)
    )
