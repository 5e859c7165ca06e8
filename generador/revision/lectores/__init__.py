"""Un lector por clase de archivo: de los bytes a `DocumentoLeido`."""
