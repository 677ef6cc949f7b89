"""Makes the three embedded Chinese faces: subset.py FOLDER, where FOLDER holds the unpacked npm packages.

Kept: GB 2312, the space, the punctuation of Chinese prose and every character of the Latin faces' prose that a Chinese
sentence may hold; names and outlines unchanged. Dropped: hinting, layout features, vertical metrics.
"""

import pathlib
import sys

from fontTools import subset

FACES = {
    "NotoSerifSC_400Regular_GB2312.ttf": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "NotoSerifSC_600SemiBold_GB2312.ttf": "noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
    "NotoSansSC_400Regular_GB2312.ttf": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
}

# Punctuation that GB 2312 lacks or maps to another code point, and the currency signs of Chinese prose.
EXTRA = " \u00a0·•–—―‘’“”…‥′″※《》〈〉「」『』【】〔〕〖〗￥¥€£°±×÷−→←↑↓①②③④⑤⑥⑦⑧⑨⑩〇々"


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                pass  # a hole of the code table


def main(packages):
    here = pathlib.Path(__file__).parent
    for name, source in FACES.items():
        options = subset.Options(
            hinting=False,
            layout_features=[],
            name_IDs=["*"],
            name_languages=["*"],
            notdef_outline=True,
            recalc_timestamp=False,
            recalc_bounds=False,
        )
        options.drop_tables += ["vhea", "vmtx", "VORG", "GSUB", "GPOS", "GDEF", "BASE", "STAT"]
        font = subset.load_font(str(packages / source), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(gb2312()) + EXTRA)
        subsetter.subset(font)
        subset.save_font(font, str(here / name), options)


main(pathlib.Path(sys.argv[1]))
