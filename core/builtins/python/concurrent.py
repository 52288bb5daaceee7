# The package; see concurrent.futures.
__path__ = []
