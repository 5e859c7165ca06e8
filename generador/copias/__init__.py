"""Copias oficiales: el acto original, byte por byte, más un sello que se puede comprobar."""
