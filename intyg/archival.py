"""What makes a file PDF/A-3a and PDF/UA-1 at once; WeasyPrint makes it either.

Shapes are pydyf's: a PDF dictionary is a dict, and a reference to another object is the text `12 0 R`.
"""

from functools import partial
from typing import Any

from django.template.loader import render_to_string

from intyg.content import Content
from intyg.seal import FIELD

VARIANT = "pdf/a-3a"
PRINTED, LOCKED = 4, 128
"""Flags of an annotation (ISO 32000-1, table 165)."""


def finisher(content: Content) -> Any:  # noqa: ANN401 (a function as WeasyPrint asks for it)
    """What is done to the file before it is written."""
    return partial(_finish, content)


def _finish(content: Content, document: Any, pdf: Any) -> None:  # noqa: ANN401 (WeasyPrint's and pydyf's)
    import pydyf  # noqa: PLC0415 (with WeasyPrint)

    _say_what_it_is(pdf, document.metadata)
    _scope_headings(pdf, pydyf)
    if content.get("seal"):
        _make_room_for_the_seal(content, pdf, pydyf)


def _say_what_it_is(pdf: Any, said: Any) -> None:  # noqa: ANN401
    """Metadata of our own: both standards, and the schema that PDF/A asks of whoever names the other (6.6.2.3)."""
    metadata, producer = _object(pdf, pdf.catalog["Metadata"]), pdf.info["Producer"].string
    written = render_to_string("intyg/certificate/metadata.xml", {"said": said, "producer": producer})
    metadata.stream = [written.encode()]
    metadata.compress = False  # an archive reads it without unpacking anything


def _scope_headings(pdf: Any, pydyf: Any) -> None:  # noqa: ANN401
    """A heading says what it is the heading of. WeasyPrint lists headings by names that it does not index instead."""
    for row in _elements(pdf, "/TR"):
        cells = [_object(pdf, kid) for kid in row["K"]]
        scope = "/Row" if any(cell["S"] == "/TD" for cell in cells) else "/Column"
        for cell in cells:
            cell.pop("ID", None)
            attributes = cell.get("A", pydyf.Dictionary({"O": "/Table"}))
            attributes.pop("Headers", None)
            if cell["S"] == "/TH":
                attributes["Scope"] = scope
            cell["A"] = attributes


def _make_room_for_the_seal(content: Content, pdf: Any, pydyf: Any) -> None:  # noqa: ANN401
    """A field for the signature, without a look of its own, with a name and a place last among the tags (7.18.4)."""
    page, root = pdf.page_references[-1], _object(pdf, pdf.catalog["StructTreeRoot"])
    tree, whole = _object(pdf, root["ParentTree"]), root["K"][0]
    field = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String(FIELD),
            "TU": pydyf.String(f"Digitalt sigill från {content['seal']['by']}"),  # type: ignore[index]
            "Rect": pydyf.Array([0, 0, 0, 0]),
            "F": PRINTED | LOCKED,
            "P": page,
            "StructParent": len(tree["Nums"]) // 2,
        }
    )
    pdf.add_object(field)
    _object(pdf, page).setdefault("Annots", pydyf.Array()).append(field.reference)
    pdf.catalog["AcroForm"] = pydyf.Dictionary({"Fields": pydyf.Array([field.reference]), "SigFlags": 3})
    place = pydyf.Dictionary({"Type": "/OBJR", "Obj": field.reference, "Pg": page})
    form = pydyf.Dictionary({"Type": "/StructElem", "S": "/Form", "P": whole, "Pg": page, "K": pydyf.Array([place])})
    pdf.add_object(form)
    _object(pdf, whole)["K"].append(form.reference)
    tree["Nums"].extend([field["StructParent"], form.reference])


def _elements(pdf: Any, tag: str) -> list[Any]:  # noqa: ANN401
    return [thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("S") == tag]


def _object(pdf: Any, reference: str | bytes) -> Any:  # noqa: ANN401
    return pdf.objects[int(reference.split()[0])]
