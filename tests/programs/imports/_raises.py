print("raising")
half = 1
raise ValueError("at import")
