#!/usr/bin/env python3
"""verify-pdf.py FILE...  walks the structure of finished PDF files through pikepdf, which shares nothing with the program, and holds it
against what pdftotext reads: whatever is drawn is content or an artifact, content belongs to one element, levels nest, tables are
regular, links have words, and on every page the structure has the words of `pdftotext -raw` in the same order."""
import re
import subprocess
import sys
import unicodedata

import pikepdf


def characters(font):
    """The characters of a font's codes."""
    cmap = font.ToUnicode.read_bytes().decode("latin1")
    return {int(a, 16): bytes.fromhex(b).decode("utf-16-be") for a, b in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)}


def stretches(page, fault):
    """What a page draws, in order: pairs of a stretch (its number, None for an artifact) and its words."""
    fonts = {name: characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    out, stack, font, actual = [], [], None, None
    for args, op in pikepdf.parse_content_stream(page):
        op = str(op)
        if op in ("BMC", "BDC"):
            props = args[1] if op == "BDC" else {}
            stack.append((str(args[0]), int(props["/MCID"]) if "/MCID" in props else None))
            if "/ActualText" in props:
                actual = str(props["/ActualText"])
                out.append((next((m for _, m in reversed(stack) if m is not None), None), actual))
        elif op == "EMC":
            if stack.pop()[0] == "Span" or actual is not None:
                actual = None
        elif op == "Tf":
            font = fonts[str(args[0])]
        elif op in ("Tj", "TJ", "S", "f", "f*", "B", "B*", "sh", "Do"):
            if not any(tag == "/Artifact" or mcid is not None for tag, mcid in stack):
                fault(f"{op} belongs to nothing")
            if op in ("Tj", "TJ") and actual is None:
                words = ""
                for part in args[0] if op == "TJ" else [args[0]]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        words += "".join(font[codes[i] << 8 | codes[i + 1]] for i in range(0, len(codes), 2))
                out.append((next((m for _, m in reversed(stack) if m is not None), None), words))
    return out


def bare(words):
    """Words as a reader compares them: no blanks, no marks that only part words."""
    return "".join(c for c in unicodedata.normalize("NFKC", words) if not c.isspace() and c not in "\u00ad\u200b\u2060\ufeff")


class Walk:
    def __init__(self, pdf, fault):
        self.pages = {page.objgen: i for i, page in enumerate(pdf.pages)}
        self.fault, self.order, self.seen, self.level, self.elements = fault, [[] for _ in pdf.pages], set(), 0, 0

    def element(self, e, parent):
        kind = str(e.S)[1:]
        self.elements += 1
        if e.P.objgen != parent.objgen:
            self.fault(f"{kind} has another parent than it stands in")
        heading = re.fullmatch(r"H([1-6])", kind)
        if heading:
            if int(heading[1]) > self.level + 1:
                self.fault(f"{kind} after level {self.level}")
            self.level = int(heading[1])
        if kind == "Figure" and not str(e.get("/Alt", "")).strip():
            self.fault("a figure is not told")
        if kind == "Table":
            rows = [r for part in e.K for r in (part.K if str(part.S) in ("/THead", "/TBody") else [part])]
            columns = {sum(int(c.get("/A", {}).get("/ColSpan", 1)) for c in r.K) for r in rows}
            if len(columns) != 1:
                self.fault(f"the rows of a table have {sorted(columns)} columns")
        kids = e.get("/K", [])
        for k in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(k, int):
                self.content(self.pages[e.Pg.objgen], k, kind)
            elif "/S" in k:
                self.element(k, e)
            elif k.Type == "/MCR":
                self.content(self.pages[k.Pg.objgen], int(k.MCID), kind)
            elif k.Type == "/OBJR":
                if kind != "Link" or not str(k.Obj.get("/Contents", "")).strip():
                    self.fault(f"a link without words in {kind}")

    def content(self, page, mcid, kind):
        if kind in ("Document", "Sect", "L", "LI", "TOC", "Table", "TR", "THead", "TBody", "BlockQuote", "Caption"):
            self.fault(f"{kind} holds content of its own")
        if (page, mcid) in self.seen:
            self.fault(f"page {page + 1}: content {mcid} stands twice")
        self.seen.add((page, mcid))
        self.order[page].append(mcid)


def examine(name):
    faults = []
    pdf = pikepdf.open(name)
    walk = Walk(pdf, faults.append)
    root = pdf.Root.StructTreeRoot
    walk.element(root.K, root)
    for i, page in enumerate(pdf.pages):
        def fault(what):
            faults.append(f"page {i + 1}: {what}")
        drawn = stretches(page, fault)
        numbers = list(dict.fromkeys(m for m, _ in drawn if m is not None))
        if [m for m in walk.order[i] if m in numbers] != numbers:
            fault("the structure has another order than the page")
        raw = subprocess.run(["pdftotext", "-raw", "-f", str(i + 1), "-l", str(i + 1), name, "-"], capture_output=True, text=True, check=True)
        if raw.stderr:
            fault(f"pdftotext: {raw.stderr.strip()}")
        own, read = bare("".join(w for _, w in drawn)), bare(raw.stdout)
        if own != read:
            at = next((k for k, (a, b) in enumerate(zip(own, read)) if a != b), min(len(own), len(read)))
            fault(f"pdftotext reads {read[max(0, at - 20):at + 20]!r} where the structure has {own[max(0, at - 20):at + 20]!r}")
    return walk.elements, faults


broken = 0
for name in sys.argv[1:]:
    elements, faults = examine(name)
    broken += len(faults)
    for what in faults[:20]:
        print(f"FAIL  {name}: {what}")
    if not faults:
        print(f"ok    {name}: {elements} elements")
sys.exit(1 if broken or len(sys.argv) < 2 else 0)
