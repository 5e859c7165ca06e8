"""El perfil con que se abre LibreOffice: nuevo en cada lote, sin macros y sin salir a la red.

Un perfil propio evita chocar con el LibreOffice que el asesor tenga abierto. Las llaves son de
`registrymodifications.xcu` (esquemas org.openoffice.Office.Common y org.openoffice.Inet).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SEGURIDAD = "/org.openoffice.Office.Common/Security/Scripting"
_RED = "/org.openoffice.Inet/Settings"
# Un intermediario que no existe: si algo intenta salir a la red, no llega.
_SIN_SALIDA = "127.0.0.1"

_LLAVES = (
    (_SEGURIDAD, "MacroSecurityLevel", "3"),
    (_SEGURIDAD, "DisableMacrosExecution", "true"),
    (_SEGURIDAD, "BlockUntrustedRefererLinks", "true"),
    (_SEGURIDAD, "CheckDocumentEvents", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Office.Common/Misc", "UseSystemFileDialog", "false"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    (_RED, "ooInetProxyType", "1"),
    (_RED, "ooInetHTTPProxyName", _SIN_SALIDA),
    (_RED, "ooInetHTTPProxyPort", "9"),
    (_RED, "ooInetHTTPSProxyName", _SIN_SALIDA),
    (_RED, "ooInetHTTPSProxyPort", "9"),
    (_RED, "ooInetFTPProxyName", _SIN_SALIDA),
    (_RED, "ooInetFTPProxyPort", "9"),
    (_RED, "ooInetNoProxy", ""),
)
# Lo mínimo para que un programa arranque; nada de credenciales ni de intermediarios ajenos.
_HEREDADAS = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES", "PROGRAMDATA")


def escribir(perfil: Path) -> str:
    """Crea el perfil en esa carpeta (que no existe) y devuelve su dirección `file:///…`."""
    usuario = perfil / "user"
    usuario.mkdir(parents=True)
    llaves = "".join(
        f'<item oor:path="{ruta}"><prop oor:name="{nombre}" oor:op="fuse">'
        f"<value>{valor}</value></prop></item>\n"
        for ruta, nombre, valor in _LLAVES
    )
    (usuario / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{llaves}</oor:items>\n',
        encoding="utf-8",
    )
    return perfil.resolve().as_uri()


def ambiente(carpeta: Path) -> dict[str, str]:
    """Las variables de entorno con que corre LibreOffice: las suyas, no las del asesor.

    Sus temporales y su carpeta personal quedan dentro de `carpeta`.
    """
    propias = {n: os.environ[n] for n in _HEREDADAS if n in os.environ}
    propias.update(dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(carpeta)))
    propias.update(dict.fromkeys(("USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(carpeta)))
    if sys.platform != "win32":
        propias.update(LC_ALL="C.UTF-8", TZ="UTC", SAL_USE_VCLPLUGIN="svp")
    return propias
