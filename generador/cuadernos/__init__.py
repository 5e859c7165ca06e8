"""Los libros de Excel que salen con un acto: los mismos datos, para quien trabaja en una hoja."""
