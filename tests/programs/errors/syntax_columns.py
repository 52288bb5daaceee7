# Carets count bytes where nothing declares the encoding of the file.
name = "größe"; first = ["é", 3 4]
