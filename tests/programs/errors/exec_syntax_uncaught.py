exec("a b")
