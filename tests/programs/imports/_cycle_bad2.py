from _cycle_bad import other
thing = 2
