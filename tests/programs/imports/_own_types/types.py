print("the program's types")
GenericAlias = None
