"""Leer documentos ajenos, en Word, PDF o texto, sabiendo dónde está cada cosa."""
