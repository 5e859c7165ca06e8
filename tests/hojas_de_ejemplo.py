"""Las hojas de `datos_ejemplo/tablas`, hechas de nuevo: municipios reales, indicadores inventados.

Con `python -m tests.hojas_de_ejemplo` se reescriben. Los municipios son los que la minería, los
hidrocarburos o sus puertos hacen plausibles; ningún indicador, proyecto ni monto es de verdad.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

from generador.catalogos.divipola import Municipio, resolver
from generador.cuadernos.libro import Columna, Formato, Hoja, escribir
from generador.lengua.listas import enumerar
from generador.recursos import datos_ejemplo

PRODUCTORES = {
    "Antioquia": "Segovia, Remedios, Zaragoza, El Bagre, Caucasia, Nechí, Cáceres, Tarazá, "
    "Buriticá, Amalfi, Anorí, Puerto Nare, Puerto Triunfo, Yondó, Amagá, Angelópolis, Fredonia, "
    "Titiribí, Venecia, Yolombó, San Roque, Santa Rosa de Osos, Cisneros, Maceo, Frontino",
    "Arauca": "Arauca, Arauquita, Saravena, Tame",
    "Bolívar": "Santa Rosa del Sur, San Martín de Loba, Barranco de Loba, Montecristo, Norosí, "
    "Tiquisio, Arenal, Morales, Simití, San Pablo, Cantagallo",
    "Boyacá": "Puerto Boyacá, Paz de Río, Socha, Samacá, Tasco, Jericó, Sativasur, Gámeza, Mongua, "
    "Muzo, Corrales, Paipa, Socotá, Ráquira, Tópaga, Monguí, Maripí, Chivor, Quípama, "
    "San Pablo de Borbur, Otanche",
    "Caldas": "Marmato, Riosucio, Supía, Neira",
    "Casanare": "Aguazul, Tauramena, Yopal, Maní, Orocué, Villanueva, Monterrey, Paz de Ariporo, "
    "San Luis de Palenque, Trinidad, Pore, Nunchía, Hato Corozal, Sabanalarga",
    "Cauca": "Buenos Aires, Suárez, Timbiquí, Guapi, Santander de Quilichao, El Tambo, Piamonte",
    "Cesar": "La Jagua de Ibirico, Becerril, Chiriguaná, El Paso, Agustín Codazzi, San Martín, "
    "Aguachica, Río de Oro, Bosconia",
    "Chocó": "Condoto, Nóvita, Istmina, Tadó, Unión Panamericana, Río Quito, Cértegui, Lloró, "
    "Medio San Juan, Río Iró, El Carmen de Atrato",
    "Cundinamarca": "Cucunubá, Guachetá, Lenguazaque, Sutatausa, Villa de San Diego de Ubaté, "
    "Guaduas, Tausa, Pulí, Ubalá, Jerusalén, Guataquí",
    "Córdoba": "Montelíbano, Puerto Libertador, San José de Uré, Planeta Rica, La Apartada, "
    "Ayapel, Pueblo Nuevo",
    "Huila": "Neiva, Aipe, Palermo, Yaguará, Villavieja, Baraya, Tello, Garzón, Gigante, Paicol, "
    "Tesalia, La Plata",
    "La Guajira": "Barrancas, Albania, Hatonuevo, Riohacha, Manaure, Uribia, Dibulla, Maicao",
    "Magdalena": "Ciénaga, Ariguaní, Plato, Sabanas de San Ángel, Nueva Granada",
    "Meta": "Puerto Gaitán, Acacías, Castilla la Nueva, Villavicencio, Barranca de Upía, Cabuyaro, "
    "Puerto López, Guamal, San Martín, Cumaral, San Carlos de Guaroa, Restrepo",
    "Nariño": "Barbacoas, Los Andes, Magüí, Roberto Payán, Santacruz, Cumbitara, Mallama, "
    "Samaniego",
    "Norte de Santander": "Tibú, San José de Cúcuta, Sardinata, El Zulia, Toledo, Salazar, "
    "San Cayetano",
    "Putumayo": "Orito, Puerto Asís, Mocoa, San Miguel, Valle del Guamuez, Villagarzón, "
    "Puerto Caicedo, Puerto Guzmán",
    "Risaralda": "Quinchía, Mistrató",
    "Santander": "Barrancabermeja, Sabana de Torres, Puerto Wilches, Rionegro, "
    "San Vicente de Chucurí, Simacota, El Carmen de Chucurí, California, Vetas, Bolívar, "
    "Cimitarra, Puerto Parra, Landázuri, Girón",
    "Sucre": "San Pedro, La Unión, Caimito, San José de Toluviejo, Los Palmitos",
    "Tolima": "Ortega, Purificación, Chaparral, Piedras, Alvarado, Espinal, Prado, Icononzo, "
    "San Luis",
    "Valle del Cauca": "Ginebra",
}
SOLO_PUERTO = (
    "Barranquilla (Atlántico)", "Cartagena de Indias (Bolívar)", "Gamarra (Cesar)",
    "San Antero (Córdoba)", "Santa Marta (Magdalena)", "San Andrés de Tumaco (Nariño)",
    "Coveñas (Sucre)", "Santiago de Tolú (Sucre)", "Buenaventura (Valle del Cauca)",
)  # fmt: skip
CON_PUERTO = {"Uribia", "Dibulla", "Ciénaga", "Barrancabermeja", "Puerto Wilches"}
BAJO_EL_MINIMO = {
    "Ráquira", "Tópaga", "Monguí", "Jerusalén", "Guataquí", "Fredonia", "Cisneros", "Icononzo",
    "Mallama", "Mistrató", "Paipa", "Tesalia", "La Unión", "Neira", "Piedras",
}  # fmt: skip
EN_EL_MINIMO, CASI = "Venecia", "Neira"  # 0,02 exacto y 0,0199: la orilla de la regla
INVENTADO = (
    "Los municipios y sus códigos son los de la DIVIPOLA del DANE.",
    "Todo lo demás es INVENTADO para mostrar cómo funciona Minuta: indicadores, puertos "
    "certificados, proyectos, costos, puntajes y motivos. No lo cite ni lo use en un acto.",
    "La tabla está en la otra hoja: una fila por cada {}, con los encabezados en la primera.",
    "Los porcentajes se escriben sin el signo y sin formato de porcentaje: 2, no 2 %.",
)


def _dos(numero: float, decimales: int = 2) -> Decimal:
    return Decimal(f"{numero:.{decimales}f}")


def _si(condicion: bool) -> str:  # noqa: FBT001 -- es el dato
    return "sí" if condicion else "no"


def municipios_productores() -> list[Municipio]:
    return [
        resolver(f"{nombre} ({departamento})")
        for departamento, nombres in PRODUCTORES.items()
        for nombre in nombres.split(", ")
    ]


def _leame(cosa: str) -> Hoja:
    renglones = [(texto.format(cosa),) for texto in INVENTADO]
    return Hoja("Léame", [Columna("Hoja de ejemplo", 120)], renglones)


def asignacion_municipios() -> bytes:
    """215 productores, quince bajo el mínimo, y nueve municipios que solo tienen puerto."""
    azar = random.Random("municipios")  # noqa: S311 -- datos inventados, no claves
    productores = municipios_productores()
    todos = sorted([*productores, *map(resolver, SOLO_PUERTO)], key=lambda m: m.codigo)
    filas = []
    for municipio in todos:
        puerto = municipio not in productores or municipio.nombre in CON_PUERTO
        participacion = _dos(min(6.0, 0.03 + 0.11 * azar.paretovariate(1.3)), 4)
        if municipio not in productores or municipio.nombre in BAJO_EL_MINIMO:
            participacion = _dos(azar.uniform(0.003, 0.0195), 4)
        exactas = {EN_EL_MINIMO: Decimal("0.02"), CASI: Decimal("0.0199")}
        filas.append(
            (
                municipio.codigo, municipio.departamento, municipio.nombre,
                exactas.get(municipio.nombre, participacion),
                _dos(azar.uniform(20, 95), 1), _si(azar.random() < 1 / 3),
                _dos(azar.triangular(3, 75, 18)), _dos(max(0.0, azar.uniform(-8, 100)), 1),
                _si(puerto), azar.randint(80, 34_000) if puerto else 0,
            )
        )  # fmt: skip
    columnas = [
        Columna("Código", 9), Columna("Departamento", 20), Columna("Municipio", 28),
        Columna("Participación", 14, Formato.NUMERO),
        Columna("Fortalecimiento", 15, Formato.NUMERO),
        Columna("Priorizado", 11), Columna("NBI", 9, Formato.NUMERO),
        Columna("Desempeño", 12, Formato.NUMERO), Columna("Puerto", 9),
        Columna("Carga", 12, Formato.ENTERO),
    ]  # fmt: skip
    hojas = [_leame("municipio"), Hoja("Municipios", columnas, filas)]
    return escribir(hojas, "Municipios de ejemplo")


CLASES = {
    "energía": (
        ("energía", 8_000, "Ampliación de redes de distribución en la zona rural de {}"),
        ("energía", 8_000, "Soluciones solares fotovoltaicas para viviendas dispersas de {}"),
        ("energía", 8_000, "Modernización del alumbrado y de las redes de media tensión de {}"),
    ),
    "minería": (
        ("centros de desarrollo minero", 8_000, "Centro de desarrollo minero de {}"),
        ("entrenamiento y salvamento", 4_000, "Estación de entrenamiento y salvamento de {}"),
        ("infraestructura tecnológica", 4_000, "Laboratorio y trazabilidad del mineral de {}"),
    ),
}
EXCLUIDOS = {
    "E-014": "El proyecto no adjuntó el certificado de sostenibilidad firmado por el operador.",
    "E-077": "El monto solicitado no coincide con el presupuesto detallado.",
    "E-131": "La entidad proponente no figura en las certificaciones de la ANH ni de la ANM.",
    "M-009": "El proyecto se radicó después del cierre de la convocatoria.",
    "M-058": "El predio no tiene certificado de tradición y libertad.",
}
COMPARTIDOS = {"E-003": 3, "E-040": 2, "M-021": 2}
GEMELOS = {"E-051": "E-050", "E-101": "E-100", "E-102": "E-100", "M-031": "M-030", "M-081": "M-080"}
CUANTOS = {"energía": 190, "minería": 120}


def _proyecto(
    azar: random.Random, codigo: str, linea: str, elegir: Callable[[], Municipio]
) -> dict[str, str | int | Decimal]:
    tipo, tope, nombre = azar.choice(CLASES[linea])
    suyos = [elegir() for _ in range(COMPARTIDOS.get(codigo, 1))]
    solicitado = round(azar.triangular(0.1, 1.0, 0.45) * tope) * 1_000_000 + azar.randint(
        0, 999_999
    )
    centavos = Decimal(azar.choice((0, 0, 0, 50))) / 100
    cofinanciado = round(solicitado * azar.uniform(0.05, 0.5)) if azar.random() < 0.3 else 0
    habitantes = azar.randint(4_000, 90_000)
    return {
        "codigo": codigo,
        "nombre": nombre.format(enumerar(m.nombre for m in suyos)),
        "linea": linea,
        "tipo": tipo,
        "municipios": "; ".join(m.codigo for m in suyos),
        "costo": solicitado + cofinanciado + centavos,
        "solicitado": solicitado + centavos,
        "cofinanciacion": cofinanciado,
        "elegible": _si(codigo not in EXCLUIDOS),
        "motivo": EXCLUIDOS.get(codigo, ""),
        "nbi": _dos(azar.triangular(3, 75, 18)),
        "iica": _dos(azar.uniform(0, 100), 1),
        "fortalecimiento": azar.randint(4, 15),
        "productor_o_puerto": _si(azar.random() < 0.9),
        "beneficiarios": round(habitantes * azar.uniform(0.05, 0.95)),
        "habitantes": habitantes,
        "beneficio_territorial": azar.randint(2, 10),
        "aporte": _dos(100 * cofinanciado / (solicitado + cofinanciado), 1),
        "cofinanciacion_incentivo": _si(azar.random() < 0.15),
        "etnica": _si(azar.random() < 0.25),
    }


def convocatoria_proyectos() -> bytes:
    """310 proyectos: empates exactos, compartidos, excluidos y más pedido de lo que hay."""
    azar = random.Random("proyectos")  # noqa: S311 -- datos inventados, no claves
    elegibles = [m for m in municipios_productores() if m.nombre not in BAJO_EL_MINIMO]
    elegibles += map(resolver, SOLO_PUERTO)
    turno = [m for _ in range(2) for m in azar.sample(elegibles, len(elegibles))]
    hechos: dict[str, dict[str, str | int | Decimal]] = {}
    for linea, cuantos in CUANTOS.items():
        for numero in range(1, cuantos + 1):
            codigo = f"{linea[0].upper()}-{numero:03}"
            propio = _proyecto(azar, codigo, linea, turno.pop)
            if original := GEMELOS.get(codigo):
                suyo = ("codigo", "nombre", "municipios")
                propio = {**hechos[original], **{clave: propio[clave] for clave in suyo}}
            hechos[codigo] = propio
    orden = azar.sample(range(1, len(hechos) + 1), len(hechos))
    filas = [(*p.values(), turno_) for p, turno_ in zip(hechos.values(), orden, strict=True)]
    columnas = [
        Columna("Código", 9), Columna("Nombre", 60), Columna("Línea", 10), Columna("Tipo", 28),
        Columna("Municipios", 20), Columna("Costo", 20, Formato.PESOS_Y_CENTAVOS),
        Columna("Solicitado", 20, Formato.PESOS_Y_CENTAVOS),
        Columna("Cofinanciación", 20, Formato.PESOS), Columna("Elegible", 9), Columna("Motivo", 40),
        Columna("NBI", 9, Formato.NUMERO), Columna("IICA", 9, Formato.NUMERO),
        Columna("Fortalecimiento", 15, Formato.NUMERO), Columna("Productor o puerto", 11),
        Columna("Beneficiarios", 13, Formato.ENTERO), Columna("Habitantes", 12, Formato.ENTERO),
        Columna("Beneficio territorial", 11, Formato.NUMERO), Columna("Aporte", 9, Formato.NUMERO),
        Columna("Cofinanciación incentivo", 14), Columna("Étnica", 8),
        Columna("Orden radicación", 12, Formato.ENTERO),
    ]  # fmt: skip
    hojas = [_leame("proyecto"), Hoja("Proyectos", columnas, filas)]
    return escribir(hojas, "Proyectos de ejemplo")


HOJAS = {
    "asignacion_municipios.xlsx": asignacion_municipios,
    "convocatoria_proyectos.xlsx": convocatoria_proyectos,
}

if __name__ == "__main__":
    for nombre, hacer in HOJAS.items():
        (datos_ejemplo() / "tablas" / nombre).write_bytes(hacer())
