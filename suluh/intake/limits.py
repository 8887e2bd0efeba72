"""How much a file may ask of the machine: no file may take long or much memory to refuse."""

from __future__ import annotations

LONGEST_CELL = 32_767
"""Characters of a cell. Excel's own limit: what is longer was never in a spreadsheet."""

LONGEST_HEADER = 1_000_000
"""Bytes of the first line of a CSV file. A sheet has at most 16,384 columns."""

LARGEST_FILE = 1_200_000_000
"""Bytes of a CSV file: twice four million survey responses, some of them with a suggestion."""

MOST_LINES, MOST_SEPARATORS = 5_000_000, 100_000_000
"""Of a CSV file: four million survey responses of nineteen columns have less."""

MOST_COLUMNS = 16_384
"""Columns of an Excel sheet."""

MOST_CELLS = 100_000_000
"""Rows times columns of a table: a quarter more than four million survey responses."""

MOST_BLANK_CELLS = 10_000_000
"""Rows times columns of a table whose cells are mostly blank: each takes as much memory as if it
were not, and an Excel sheet with borders all the way down is saved as millions of them."""

BYTES_OF_FILLED_CELL = 2
"""A score of a survey and its separator; a file with less a cell is mostly blank."""

LAST_ROW = 1_048_576
"""Rows of an Excel sheet."""

LARGEST_WORKBOOK = 20_000_000
"""Bytes of an .xlsx file: the responses of ten years of a city take a quarter of it."""

LARGEST_PART = 120_000_000
"""Bytes of all parts of an .xlsx file together, unpacked."""

MOST_PARTS = 2_000
"""Parts of an .xlsx file; a workbook with a sheet a table and a picture on each has a hundred."""

MOST_ELEMENTS = 2_000_000
"""XML elements in an .xlsx file, two or three a cell: thirty thousand survey responses, which take
some twelve seconds. More are a CSV file's business."""

MOST_LOOKED_AT = 5_000_000
"""Cells of a sheet, counting those left out before the last one of a row."""

MOST_IN_ONE = 300_000
"""XML elements in one row, one shared text, or a part without any: they are in memory at once.
A row of all the columns of Excel has a sixth of it."""

MOST_PROBLEMS = 100_000
"""Problems told of one file by itself, and of one rule: past that it is wrong as a whole."""

MOST_ROWS_AT_ONCE = 50_000
"""Rows looked at before the next: a row that is wrong in every cell takes a kilobyte a cell."""

SHOWN_CHARACTERS = 1_000
"""Characters of a cell that are looked at when a problem quotes it."""
