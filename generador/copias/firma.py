"""Reconocer un PDF que ya trae firma digital: tocarlo la invalidaría."""

from __future__ import annotations

import re

# El tramo de bytes que la firma cubre (ISO 32000-1, 12.8.1).
_TRAMO = re.compile(rb"/ByteRange\s*\[")


def firmado(pdf: bytes) -> bool:
    """Dice si el PDF trae una firma digital; no comprueba que sea válida.

    >>> firmado(b"<< /Type /Sig /ByteRange [0 10 20 30] >>"), firmado(b"%PDF-1.7")
    (True, False)
    """
    return _TRAMO.search(pdf) is not None
