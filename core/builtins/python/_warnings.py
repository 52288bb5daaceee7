# What CPython has of the module warnings in C.
import warnings
from warnings import warn, warn_explicit

_defaultaction = warnings.defaultaction
_onceregistry = warnings.onceregistry
_filters_mutated = warnings._filters_mutated


def __getattr__(name):
    if name == "filters":  # catch_warnings puts another list there
        return warnings.filters
    raise AttributeError(f"module '_warnings' has no attribute '{name}'", name=name)
