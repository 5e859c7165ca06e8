"""La norma con su nombre: cabeza, calificativos, número y año; y las listas de una cabeza."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.citas.lectura.colas import Cola, anio_de, dia_y_mes, fecha_de, leer_cola
from generador.citas.lectura.entidades import (
    entidad_detras,
    nombre_de_entidad,
    puede_ser_de_entidad,
)
from generador.citas.lectura.numeros import (
    Numero,
    es_marcador,
    leer_numero,
    saltar_interno,
    saltar_marcas,
)
from generador.citas.lectura.rotulos import es_numero
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from datetime import date

    from generador.citas.lectura.piezas import Piezas

_PIEZAS_ENTRE = 22
_DE = frozenset(("de", "del", "la"))
_MAYORES = frozenset((Tipo.DIARIO_OFICIAL,))


@dataclass(frozen=True, slots=True)
class Nombrada:
    """Una norma nombrada entre las piezas `desde` y `hasta` (excluida).

    `anio` puede faltar: quien lee el contexto lo busca antes de darla por no resuelta.
    """

    tipo: Tipo
    numero: str | None
    llano: str | None
    anio: int | None
    fecha: date | None
    desde: int
    hasta: int
    entidad: str | None = None
    dia_y_mes: tuple[int, int] | None = None
    defectos: tuple[str, ...] = ()

    @property
    def norma(self) -> Norma:
        """La norma, tal como se nombró."""
        return Norma(self.tipo, self.llano, self.anio, self.fecha, self.entidad)


class LectorDeCabezas:
    """Lee normas nombradas en unas piezas."""

    def __init__(self, piezas: Piezas, *, tolerante: bool) -> None:
        """Prepara la lectura sobre esas piezas."""
        self.p = piezas
        self.tolerante = tolerante
        self._leida: tuple[int, list[Nombrada]] = (-1, [])

    def leer(self, i: int) -> list[Nombrada]:
        """Las normas que nombra la cabeza que empieza en `i`; vacía si no hay ninguna."""
        # Lo que se miró adelante para comparar se vuelve a pedir enseguida.
        if self._leida[0] != i:
            self._leida = (i, self._leer(i))
        return self._leida[1]

    def _leer(self, i: int) -> list[Nombrada]:
        cabeza = self.cabeza(i)
        if cabeza is None:
            return []
        tipo, j, plural = cabeza
        entre = self._hasta_el_numero(j, tipo)
        if entre is None:
            return self._sin_numero(i, j, tipo)
        tipo, j, entidad = entre
        if self.p.voz[j] == "(":
            return self._con_numero_aparte(i, j, tipo)
        primera = self._item(i, j, tipo)
        if primera is None:
            return self._sin_numero(i, cabeza[1], tipo)
        items = [primera, *self._lista(primera, plural=plural)]
        if entidad is not None:
            items = [replace(x, entidad=entidad) for x in items]
        items = _repartir_anio(items, self._comun(items[-1].hasta, len(items)))
        detras = entidad_detras(self.p, items[-1].hasta)
        return [replace(x, entidad=x.entidad or detras) for x in items] if detras else items

    def lista(self, i: int, tipo: Tipo) -> list[Nombrada]:
        """Las normas de una lista que empieza en el número de la pieza `i`, sin cabeza."""
        primera = self._item(i, i, tipo)
        if primera is None:
            return []
        items = [primera, *self._lista(primera, plural=True)]
        return _repartir_anio(items, self._comun(items[-1].hasta, len(items)))

    def cabeza(self, i: int) -> tuple[Tipo, int, bool] | None:
        """La clase de norma que nombra la pieza `i`, la pieza siguiente y si es plural."""
        voz = self.p.voz[i]
        for voces, tipo in VOZ.largas.get(voz, ()):
            if tuple(self.p.voz[i : i + len(voces)]) == voces:
                if _es_abreviatura(voces) and not self._abrevia(i, i + len(voces)):
                    continue
                return tipo, i + len(voces), voz.endswith("s") and len(voz) > 1
        tipo_corto = VOZ.cabezas.get(voz)
        if tipo_corto is None:
            return None
        return tipo_corto, i + 1, voz.endswith("es") or (voz.endswith("s") and voz != "conpes")

    def _abrevia(self, i: int, j: int) -> bool:
        """«L. 336/96», «DUR 1081»: la abreviatura vale en mayúscula y con el número enseguida."""
        p = self.p
        dentro_de_sigla = i > 1 and p.voz[i - 1] == "." and p.pegada(i) and len(p.voz[i - 2]) == 1
        if not p.mayuscula(i) or dentro_de_sigla:
            return False
        k = saltar_marcas(p, j + (p.voz[j] == "."))
        return es_numero(p.voz[k]) or p.voz[k] in VOZ.calificativos

    def _hasta_el_numero(self, i: int, tipo: Tipo) -> tuple[Tipo, int, str | None] | None:
        """Salta calificativos, entidad y «No.»: da la clase, la pieza del número y la entidad."""
        p, j, entidad, con_nombre = self.p, i, None, False
        while j < i + _PIEZAS_ENTRE:
            voz = p.voz[j]
            despues = saltar_marcas(p, j)
            if despues > j and leer_numero(p, despues, tipo) is not None:
                return tipo, despues, entidad
            if es_numero(voz) or leer_numero(p, j, tipo) is not None:
                if voz in VOZ.siglas:
                    entidad = entidad or p.escrito(j, j + 1)
                es_anio = p.voz[j - 1] in {"de", "del"} and anio_de(voz) is not None
                return None if es_anio else (tipo, j, entidad)
            if voz in {"unico", "unica"} and tipo is Tipo.DECRETO:
                tipo = Tipo.DECRETO_UNICO
            elif es_marcador(voz) or (voz == "(" and tipo is Tipo.DECRETO_UNICO):
                return tipo, j, entidad
            elif voz not in VOZ.calificativos and voz not in _DE:
                # «el citado decreto y el 5…»: antes de un nombre, «y» empieza otra cosa.
                coma = voz == "," and es_numero(p.voz[j + 1]) and tipo is Tipo.DECRETO_UNICO
                if not (coma or puede_ser_de_entidad(p, j) or (con_nombre and voz in VOZ.enlaces)):
                    return None
                con_nombre = True
                entidad = entidad or nombre_de_entidad(p, j)
            j += 1
        return None

    def _item(self, desde: int, i: int, tipo: Tipo) -> Nombrada | None:
        """Un número con su año, si lo trae."""
        p = self.p
        if es_marcador(p.voz[i]) and self.tolerante:
            cola = leer_cola(p, i + 1, tolerante=True)
            if cola is None:
                return None
            return Nombrada(tipo, None, None, cola.anio, None, desde, cola.fin,
                            defectos=("marcador sin llenar",))  # fmt: skip
        numero = leer_numero(p, i, tipo)
        if numero is None:
            return None
        return self._con_cola(desde, numero, tipo)

    def _con_cola(self, desde: int, numero: Numero, tipo: Tipo) -> Nombrada:
        cola = self._cola(saltar_interno(self.p, numero.fin)) if numero.anio is None else None
        if cola is None and numero.anio is None:
            parcial = dia_y_mes(self.p, numero.fin)
            if parcial is not None:
                return Nombrada(
                    tipo, numero.escrito, numero.llano, None, None, desde, parcial[2],
                    dia_y_mes=parcial[:2],
                )  # fmt: skip
        if cola is None:
            return Nombrada(
                tipo, numero.escrito, numero.llano, numero.anio, None, desde, numero.fin
            )
        return Nombrada(
            tipo, numero.escrito, numero.llano, cola.anio, cola.fecha, desde, cola.fin,
            defectos=cola.defectos,
        )  # fmt: skip

    def _cola(self, i: int) -> Cola | None:
        cola = leer_cola(self.p, i, tolerante=self.tolerante)
        if cola is None and self.tolerante and es_numero(self.p.voz[i]) and len(self.p.voz[i]) <= 2:  # noqa: PLR2004  # un número suelto que sobra
            cola = leer_cola(self.p, i + 1, tolerante=True)
            if cola is not None and cola.fecha is not None:
                return replace(cola, defectos=(f"sobra «{self.p.voz[i]}» tras el número",))
            return None
        return cola

    def _lista(self, primera: Nombrada, *, plural: bool) -> list[Nombrada]:
        """Los demás de «Decretos 2147 de 2016, 659 de 2018 y 278 de 2021»."""
        p, items, j = self.p, [], primera.hasta
        while True:
            k, con_y = self._saltar_camara(j, primera.tipo), False
            if k > j and p.voz[k] in {"-", ","}:
                k += 1
            if p.voz[k] in {",", ";"}:
                k += 1
            if p.voz[k] in {"y", "e", "o", "u"}:
                con_y, k = True, k + 1
            if k == j:
                break
            if p.voz[k] in {"el", "la", "los", "las", "del", "de"} and (plural or con_y):
                k += 1
                if p.voz[k] == "la":
                    k += 1
            k = saltar_marcas(p, k)
            item = self._item(k, k, primera.tipo)
            if (
                item is None
                or item.llano is None
                or not self._pertenece(item, primera, plural=plural)
            ):
                break
            items.append(item)
            j = item.hasta
        while items and items[-1].anio is None and not plural:
            items.pop()
        return items

    def _saltar_camara(self, i: int, tipo: Tipo) -> int:
        """«Proyecto de Ley 338 de 2023 Cámara - 274 de 2023 Senado»."""
        es_camara = tipo is Tipo.PROYECTO_LEY and self.p.voz[i] in {"camara", "senado"}
        return i + es_camara

    def _pertenece(self, item: Nombrada, primera: Nombrada, *, plural: bool) -> bool:
        """Si el número que sigue es de otra norma de la lista y no una fecha o un plazo."""
        p, j = self.p, item.hasta
        if item.anio is None:
            if item.dia_y_mes is not None and plural:
                return True
            if not plural or p.voz[j] in {"%", "de", "del", "dias", "meses", "años", "salarios"}:
                return False
            return primera.anio is None or p.voz[j] in {",", "y", "e"}
        return plural or primera.anio is not None

    def _comun(self, i: int, cuantos: int) -> Cola | None:
        """«C-211 y C-212, ambos del 4 de mayo de 2021»: la fecha de todos."""
        p, j = self.p, i
        j += p.voz[j] == ","
        if cuantos > 1 and p.voz[j] in {"ambos", "ambas", "todos", "todas"}:
            return leer_cola(p, j + 1, tolerante=self.tolerante)
        return None

    def _sin_numero(self, i: int, j: int, tipo: Tipo) -> list[Nombrada]:
        """El Diario Oficial se cita también sin número."""
        if tipo in _MAYORES:
            return [Nombrada(tipo, None, None, None, None, i, j)]
        return []

    def _con_numero_aparte(self, i: int, j: int, tipo: Tipo) -> list[Nombrada]:
        """«Decreto Único Reglamentario del Sector X (Decreto 1082 de 2015)»."""
        dentro = self.cabeza(j + 1)
        if dentro is None or dentro[0] not in {Tipo.DECRETO, Tipo.DECRETO_UNICO}:
            return []
        item = self._item(i, saltar_marcas(self.p, dentro[1]), tipo)
        if item is None or item.anio is None or self.p.voz[item.hasta] != ")":
            return []
        return [replace(item, hasta=item.hasta + 1)]


def _es_abreviatura(voces: tuple[str, ...]) -> bool:
    return voces[-1] == "." or len(voces) == 1 or len(voces[0]) == 1


def _repartir_anio(items: list[Nombrada], comun: Cola | None) -> list[Nombrada]:
    """El año se reparte hacia atrás: «40310 y 41304 de 2017»."""
    if len(items) == 1:
        return items
    anio = comun.anio if comun else None
    fecha = comun.fecha if comun else None
    repartidos = []
    for item in reversed(items):
        if item.anio is not None:
            anio, fecha = item.anio, None
        if item.anio is None and anio is not None and item.dia_y_mes is not None:
            dia, mes = item.dia_y_mes
            repartidos.append(replace(item, anio=anio, fecha=fecha_de(anio, mes, dia)))
        else:
            repartidos.append(
                item if item.anio is not None else replace(item, anio=anio, fecha=fecha)
            )
    return repartidos[::-1]
