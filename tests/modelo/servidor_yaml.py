"""El servidor de lenguaje YAML que usan los editores, de verdad y por su protocolo (LSP).

Se instala con npm en una carpeta temporal; nada de él entra al proyecto. Fuente del protocolo:
Language Server Protocol 3.17 (mensajes JSON-RPC con cabecera `Content-Length`).
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

VERSION = "1.25.0"  # la que se probó; otra puede decir lo mismo con otras palabras
ESPERA = 60.0  # segundos por mensaje: si el servidor calla, la prueba falla en vez de colgarse

# Sin el catálogo de esquemas de internet: solo cuenta el que nombra el caso.
AJUSTES = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
    }
}


def instalar(carpeta: Path) -> Path:
    """Instala el servidor en `carpeta` y devuelve su programa; `OSError` si npm no está o falla."""
    orden = ["npm", "install", "--no-audit", "--no-fund", "--fetch-retries=0"]
    fin = subprocess.run(
        [*orden, "--prefix", str(carpeta), f"yaml-language-server@{VERSION}"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if fin.returncode:
        raise OSError(f"npm no pudo instalarlo: {fin.stderr.strip()[-300:]}")
    return carpeta / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class ServidorYaml:
    """Un servidor en marcha; se usa con `with`."""

    def __init__(self, programa: Path) -> None:
        self._proceso = subprocess.Popen(
            ["node", str(programa), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._numero = 0

    def __enter__(self) -> ServidorYaml:
        capacidades = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        self.pedir("initialize", processId=None, rootUri=None, capabilities=capacidades)
        self._avisar("initialized")
        self._avisar("workspace/didChangeConfiguration", settings=AJUSTES)
        return self

    def __exit__(
        self,
        clase: type[BaseException] | None,
        error: BaseException | None,
        traza: TracebackType | None,
    ) -> None:
        self._proceso.kill()
        self._proceso.communicate()

    def abrir(self, archivo: Path) -> list[dict[str, Any]]:
        """Abre el archivo como lo haría el editor y devuelve los diagnósticos que publica."""
        documento = {
            "uri": archivo.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": archivo.read_text(encoding="utf-8"),
        }
        self._avisar("textDocument/didOpen", textDocument=documento)
        mensaje = self._hasta(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == archivo.as_uri()
            )
        )
        diagnosticos: list[dict[str, Any]] = mensaje["params"]["diagnostics"]
        return diagnosticos

    def completar(self, archivo: Path, linea: int, columna: int) -> list[dict[str, Any]]:
        """Lo que el editor ofrece en ese punto (desde 0)."""
        opciones: list[dict[str, Any]] = self._en_punto("completion", archivo, linea, columna)[
            "items"
        ]
        return opciones

    def explicar(self, archivo: Path, linea: int, columna: int) -> str:
        """Lo que el editor muestra al detener el puntero en ese punto (desde 0)."""
        return str(self._en_punto("hover", archivo, linea, columna)["contents"]["value"])

    def pedir(self, metodo: str, **parametros: Any) -> Any:
        """Hace una petición y espera su respuesta."""
        self._numero += 1
        numero = self._numero
        self._enviar(id=numero, method=metodo, params=parametros)
        return self._hasta(lambda m: m.get("id") == numero and "method" not in m)["result"]

    def _en_punto(self, que: str, archivo: Path, linea: int, columna: int) -> Any:
        return self.pedir(
            f"textDocument/{que}",
            textDocument={"uri": archivo.as_uri()},
            position={"line": linea, "character": columna},
        )

    def _avisar(self, metodo: str, **parametros: Any) -> None:
        self._enviar(method=metodo, params=parametros)

    def _enviar(self, **mensaje: Any) -> None:
        cuerpo = json.dumps({"jsonrpc": "2.0", **mensaje}).encode()
        assert self._proceso.stdin is not None
        self._proceso.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(cuerpo), cuerpo))
        self._proceso.stdin.flush()

    def _recibir(self) -> dict[str, Any]:
        guardia = threading.Timer(ESPERA, self._proceso.kill)
        guardia.start()
        try:
            return self._leer_mensaje()
        finally:
            guardia.cancel()

    def _leer_mensaje(self) -> dict[str, Any]:
        salida = self._proceso.stdout
        assert salida is not None
        largo = 0
        for linea in iter(salida.readline, b"\r\n"):
            assert linea, "el servidor se cerró o no respondió a tiempo"
            nombre, _, valor = linea.partition(b":")
            if nombre.lower() == b"content-length":
                largo = int(valor)
        mensaje: dict[str, Any] = json.loads(salida.read(largo))
        return mensaje

    def _hasta(self, buscado: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Lee mensajes hasta el buscado; de paso contesta lo que el servidor pregunta."""
        while not buscado(mensaje := self._recibir()):
            if "id" in mensaje and "method" in mensaje:
                respuesta: Any = None
                if mensaje["method"] == "workspace/configuration":
                    secciones = [i.get("section") for i in mensaje["params"]["items"]]
                    respuesta = [AJUSTES.get(s) for s in secciones]
                self._enviar(id=mensaje["id"], result=respuesta)
        return mensaje
