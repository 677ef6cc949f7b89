"""Writes the small workbooks that tests read, by other writers than the tests' own: openpyxl, and LibreOffice for lo-*.

    python3 scripts/data/workbooks.py briefing/evidence/table/testdata/workbooks

All names and numbers are fictional. Run by hand; the files are committed.
"""
import datetime
import pathlib
import subprocess
import sys
import zipfile

import openpyxl

out = pathlib.Path(sys.argv[1])


def save(name, rows, formats=None, merge=(), before=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    for area in merge:
        sheet.merge_cells(area)
    if before:
        before(book, sheet)
    book.save(out / name)


forms = {
    "B2": "#,##0.0", "B3": "0.0%", "B4": '0.0"x"', "B5": '0" bp"', "B6": '0.0,,"m"', "B7": "00000", "B8": "#,##0.0_);(#,##0.0)",
    "B9": "[$€-407] #,##0.00", "B10": "#,##0", "B11": "0.00E+00", "B12": "# ?/?", "B13": '"$"#,##0.0,,"m"', "B14": "#,##0,",
    "B15": "[<1]0.0%;0.0", "B16": '_-* #,##0_-;-* #,##0_-;_-* "-"??_-', "B17": "000-00-0000", "B18": "General", "B19": '0" staff"',
    "B20": "[Red]-#,##0.0;[Blue]+#,##0.0", "B21": "+0.0%;-0.0%;0.0%",
}
values = [1234.56, 0.123, 12.5, 25, 12345678, 501, -166.04, 12.5, 0.6, 123456, 1.5, 2500000, 1234567, 0.25, 0, 123456789, 1 / 3, 7, 5.25, -0.034]
rows = [["Form", "Value"]] + [[code, v] for code, v in zip(forms.values(), values)]
save("forms.xlsx", rows, forms)

times = {"B2": "hh:mm", "B3": "[h]:mm", "B4": "mmm", "B5": "[$-409]mmm-yy", "B6": "yyyy", "B7": "d/m/yy h:mm", "B8": "mm:ss", "B9": "dd.mm.yyyy"}
day = datetime.datetime(2024, 3, 31)
save("moments.xlsx", [["Form", "Value"], ["time", 0.4375], ["elapsed", 1.5], ["month", day], ["month and year", day], ["year", day],
                      ["moment", datetime.datetime(2024, 3, 31, 14, 30)], ["minutes", 0.01], ["day", day]], times)

save("text.xlsx", [["Item", "Code"], ["zip", "91601"], ["number", "0106777"], ["exponent", "40E3"], ["id", "1234567890123456789"], ["date", "15/10/2017"],
                   ["part", "C2"], ["alloy", "2000 series wrought alloys"], ["street", "103 EAST 97TH STREET"], ["money", "$5m"], ["range", "40 to 50 bn"]],
     {"B2": "0.00", "B3": "0%"})

save("merged.xlsx", [["Region", "Volume", None, "Share"], [None, 2022, 2023, None], ["North", 1, 2, 0.4], ["South", 3, 4, 0.6]], {"D3": "0%", "D4": "0%"},
     ["A1:A2", "B1:C1", "D1:D2"])
save("filled.xlsx", [["Region", "City", "Sales"], ["North", "Aber", 1], [None, "Bree", 2], ["South", "Cove", 3], [None, "Dale", 4]], None, ["A2:A3", "A4:A5"])
save("titles.xlsx", [["Sales of a fictional firm"], ["in thousands"], [], ["Region", "2023", "2024"], ["North", 1, 2], ["South", 3, 4], [], ["Source: made up"]])
save("two-tables.xlsx", [["Region", "Sales"], ["North", 1], ["South", 2], [], ["Product", "Cost"], ["Nut", 3], ["Bolt", 4]])


save("spacers.xlsx", [["Region", None, "2023", None, "2024"], ["North", None, 1, None, 2], ["South", None, 3, None, 4]])


def dark(book, sheet):
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    extra = book.create_sheet("Secret")
    extra.append(["Name", "Sales"])
    extra.append(["Hush", 666])
    extra.sheet_state = "veryHidden"
    wide = sheet.column_dimensions["F"]
    wide.hidden = True


save("hidden.xlsx", [["Name", "Sales", "Margin"], ["A", 5, 1], ["B", 99, 2], ["C", 7, 3]], None, (), dark)


# A formula that gives the empty text, and values under a merged cell: openpyxl writes neither, so the sheet is written by hand.
save("hand.xlsx", [["x"]])
src = zipfile.ZipFile(out / "hand.xlsx")
sheet = """<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="16384" width="9"/></cols><sheetData>
<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Sales</t></is></c><c t="inlineStr"><is><r><t>No</t></r><r><t xml:space="preserve">te</t></r></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>North</t></is></c><c r="B2"><v>1</v></c><c r="C2" t="str"><f>IF(1,"","x")</f><v></v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>South</t></is></c><c r="B3"><v>2</v></c><c r="C3"><v>777</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells></worksheet>"""
parts = {n: src.read(n) for n in src.namelist()}
src.close()
for name, encode in (("hand.xlsx", lambda s: s.encode()), ("utf16.xlsx", lambda s: s.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"))):
    with zipfile.ZipFile(out / name, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in parts.items():
            z.writestr(n, encode(sheet) if n.endswith("sheet1.xml") else data)

# As Apple Numbers writes it: a format of its own under the number 59.
save("numbers.xlsx", [["Name", "Share"], ["A", 0.123], ["B", 0.877]], {"B2": "0.0%;x", "B3": "0.0%;x"})
src = zipfile.ZipFile(out / "numbers.xlsx")
parts = {n: src.read(n) for n in src.namelist()}
src.close()
with zipfile.ZipFile(out / "numbers.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
    for n, data in parts.items():
        z.writestr(n, data.replace(b'"164"', b'"59"').replace(b"0.0%;x", b"0.0%") if n.endswith("styles.xml") else data)

# Days that count from 1904, as a Mac writes them, and an extension that says the same element again without saying so.
save("from-1904.xlsx", [["Name", "Day"], ["A", 41330], ["B", 0]], {"B2": "yyyy-mm-dd", "B3": "yyyy-mm-dd"})
src = zipfile.ZipFile(out / "from-1904.xlsx")
parts = {n: src.read(n) for n in src.namelist()}
src.close()
with zipfile.ZipFile(out / "from-1904.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
    for n, data in parts.items():
        if n == "xl/workbook.xml":
            data = data.replace(b"<workbookPr", b'<workbookPr date1904="1"').replace(
                b"</workbook>", b'<extLst><ext xmlns:x="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x:workbookPr/></ext></extLst></workbook>')
        z.writestr(n, data)

for name in ("forms", "moments", "merged", "hidden", "text"):
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out / "lo"), str(out / (name + ".xlsx"))], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (out / "lo" / (name + ".xlsx")).rename(out / ("lo-" + name + ".xlsx"))
(out / "lo").rmdir()
