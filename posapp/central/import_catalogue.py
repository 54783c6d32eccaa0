"""A catalogue from a CSV file: checked row by row first, then written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from posapp.central.catalogue import add_category, add_product
from posapp.central.catalogue_file import CatalogueRow, RowError, read_rows
from posapp.central.pinyin import spelled
from posapp.central.tables import catalogue
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit

MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What a run found; `committed` only when it was asked for and nothing was wrong."""

    rows: int
    new: int
    changed: int
    errors: tuple[RowError, ...]
    committed: bool

    def as_answer(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "new": self.new,
            "changed": self.changed,
            "committed": self.committed,
            "failed": bool(self.errors),
            "errors": [error.as_answer() for error in self.errors],
        }


def import_file(central: Central, tenant: Tenant, file: Path, *, commit: bool) -> ImportOutcome:
    """Check a file against itself and the catalogue; with `commit` write it in one transaction.

    Raises Refused: "import.wrong_encoding", "import.too_large", "import.no_header",
    "import.column_missing" (name), "import.column_unknown" (name); Unavailable("import.no_file").
    """
    rows, errors = read_rows(_bytes_of(file))
    with central.work(tenant) as unit:
        known = _known_codes(unit.connection, tenant.id)
        errors += _clashes(unit.connection, tenant.id, rows, known)
        new = sum(row.code not in known for row in rows)
        changed = len(rows) - new
        committed = commit and not errors
        if committed:
            _write(unit, rows, known)
    return ImportOutcome(
        rows=len(rows),
        new=new,
        changed=changed,
        errors=tuple(sorted(errors, key=lambda error: (error.row, error.column))),
        committed=committed,
    )


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused("import.too_large", most_mb=MOST_BYTES // 1024**2)
        return file.read_bytes()
    except OSError as error:
        raise Unavailable("import.no_file") from error


def _known_codes(connection: Connection, tenant_id: str) -> dict[str, str]:
    rows = connection.execute(
        select(catalogue.product.c.code, catalogue.product.c.id).where(
            catalogue.product.c.tenant_id == tenant_id
        )
    )
    return {row.code: row.id for row in rows}


def _clashes(
    connection: Connection, tenant_id: str, rows: list[CatalogueRow], known: dict[str, str]
) -> list[RowError]:
    """Barcodes of this file that belong to products which the file does not bring."""
    query = select(catalogue.barcode.c.code, catalogue.barcode.c.product_id).where(
        catalogue.barcode.c.tenant_id == tenant_id
    )
    owners = {row.code: row.product_id for row in connection.execute(query)}
    brought = {known[row.code] for row in rows if row.code in known}
    return [
        RowError.of(row.row, "barcodes", "import.barcode_taken", code=each)
        for row in rows
        for each in row.barcodes
        if each in owners and owners[each] not in brought
    ]


def _write(unit: Unit, rows: list[CatalogueRow], known: dict[str, str]) -> None:
    categories = _categories(unit, rows)
    changed = [row for row in rows if row.code in known]
    for row in changed:
        unit.connection.execute(
            delete(catalogue.barcode).where(
                catalogue.barcode.c.tenant_id == unit.tenant.id,
                catalogue.barcode.c.product_id == known[row.code],
            )
        )
    for sort, row in enumerate(rows, start=len(known)):
        category_id = categories[row.category]
        if row.code in known:
            _update(unit, row, known[row.code], category_id)
        else:
            add_product(
                unit,
                code=row.code,
                name=row.name,
                spec=row.spec,
                kind=row.kind,
                category_id=category_id,
                unit_name=row.unit,
                price=row.price,
                member_price=row.member_price,
                tax_rate=row.tax_rate,
                barcodes=row.barcodes,
                sort=sort,
                deposit=row.deposit,
            )


def _categories(unit: Unit, rows: list[CatalogueRow]) -> dict[str, str]:
    """Ids by name; a category that does not exist yet is made."""
    found = unit.connection.execute(
        select(catalogue.category.c.name, catalogue.category.c.id).where(
            catalogue.category.c.tenant_id == unit.tenant.id
        )
    )
    ids = {row.name: row.id for row in found}
    for row in rows:
        if row.category not in ids:
            ids[row.category] = add_category(
                unit, name=row.category, sort=len(ids), icon="tag", colour="blue"
            )
    return ids


def _update(unit: Unit, row: CatalogueRow, product_id: str, category_id: str) -> None:
    pinyin, initials = spelled(row.name)
    unit.connection.execute(
        update(catalogue.product)
        .where(catalogue.product.c.id == product_id)
        .values(
            name=row.name,
            spec=row.spec,
            kind=row.kind,
            category_id=category_id,
            unit=row.unit,
            price=row.price,
            member_price=row.member_price,
            tax_rate=row.tax_rate,
            barcodes=" ".join(row.barcodes),
            pinyin=pinyin,
            initials=initials,
            deposit=row.deposit,
        )
    )
    for each in row.barcodes:
        unit.insert(catalogue.barcode, tenant_id=unit.tenant.id, code=each, product_id=product_id)
    unit.change("product", product_id)
