"""A workbook of ours, of either layout, as what it was and what it says now."""

from collections.abc import Sequence

from byvekst_cli.area.incoming import Note
from byvekst_cli.edit.returned import NAMES, NotOurs, Returned, read_sheet, remembered, text_of
from byvekst_cli.edit.returned_form import read_forms
from byvekst_cli.model.memory import MEMORY
from byvekst_cli.model.tables import BY_NAME
from byvekst_cli.source.workbook import Grid


def returned(grids: Sequence[Grid]) -> Returned:
    """What a workbook of ours says. Raises NotOurs; what is wrong with single cells is in `faults`."""
    memory = next((grid for grid in grids if grid.name == MEMORY), None)
    if memory is None:
        raise NotOurs("book-not-ours")
    found = remembered(memory)
    sheets = [grid for grid in grids if grid is not memory]
    if found.form == "form":
        read_forms(found, sheets)
        return found
    present = {text_of(grid.at(NAMES, 0)): grid for grid in sheets}
    for name in dict.fromkeys((*found.base, *present)):
        if name in BY_NAME and name in present:
            read_sheet(found, BY_NAME[name], present[name])
        elif name in BY_NAME:
            found.notes.append(Note("sheet-missing", "", facts={"table": name}))
    return found
