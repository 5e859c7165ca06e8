"""Por qué el sistema operativo no dejó leer o escribir, en español y con su remedio.

Python da el motivo en la lengua del sistema, casi siempre en inglés; aquí se escribe el nuestro.
Fuente de los códigos: POSIX.1-2017, `errno.h`.
"""

from __future__ import annotations

import errno

_ELEGIR = "Elija otra carpeta con -o y repita."
_CERRAR = "Ciérrelo en Word o en el visor de PDF, o elija otra carpeta con -o, y repita."
_LLENO = "no hay espacio en el disco", "Libere espacio y repita: no quedó nada a medias."
_CRUCE = (
    "hay un archivo donde debe ir una carpeta, o una carpeta donde debe ir un archivo",
    "Muévala o cámbiele el nombre, o elija otra carpeta con -o, y repita.",
)
_MOTIVOS = {
    errno.ENOSPC: _LLENO,
    getattr(errno, "EDQUOT", errno.ENOSPC): _LLENO,
    errno.EACCES: ("está protegido o abierto en otro programa", _CERRAR),
    errno.EPERM: ("está protegido o abierto en otro programa", _CERRAR),
    errno.EROFS: ("el disco es de solo lectura", _ELEGIR),
    errno.ENAMETOOLONG: (
        "el nombre o la ruta es demasiado largo",
        "Acorte el nombre del caso, o elija con -o una carpeta de ruta más corta.",
    ),
    errno.EEXIST: _CRUCE,
    errno.ENOTDIR: _CRUCE,
    errno.EISDIR: _CRUCE,
    errno.ENOENT: (
        "no existe, o su ruta es demasiado larga",
        "Revise el nombre y la carpeta, o elija una de ruta más corta, y repita.",
    ),
    errno.EINVAL: ("el nombre tiene caracteres que este disco no admite", _ELEGIR),
    errno.EIO: ("el disco falló", "Guarde una copia de su trabajo y revise el disco."),
}


def motivo_de(error: OSError) -> tuple[str, str]:
    """Por qué el sistema no dejó, y cómo se arregla.

    >>> motivo_de(OSError(errno.EROFS, "Read-only file system"))
    ('el disco es de solo lectura', 'Elija otra carpeta con -o y repita.')
    """
    corriente = f"el sistema respondió «{error.strerror or type(error).__name__}»", _ELEGIR
    return _MOTIVOS.get(error.errno or 0, corriente)
