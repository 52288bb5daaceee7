from _cycle_bad2 import thing
other = 1
