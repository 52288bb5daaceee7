# Names of Python 2 and 3 for the same things: _compat_pickle's tables, which a program may have changed.
import _compat_pickle


# The module and name by the tables from 2 to 3, or, with the prefix "REVERSE_", from 3 to 2.
def mapped_names(module, name, prefix):
    names = getattr(_compat_pickle, prefix + "NAME_MAPPING").get((module, name))
    if names is None:
        text = getattr(_compat_pickle, prefix + "IMPORT_MAPPING").get(module, module)
        if not isinstance(text, str):
            raise RuntimeError(f"_compat_pickle.{prefix}IMPORT_MAPPING values should be strings, not "
                               f"{_type_name(text)}")
        return text, name
    if not isinstance(names, tuple) or len(names) != 2:
        raise RuntimeError(f"_compat_pickle.{prefix}NAME_MAPPING values should be 2-tuples, not "
                           f"{_type_name(names)}")
    if not isinstance(names[0], str) or not isinstance(names[1], str):
        raise RuntimeError(f"_compat_pickle.{prefix}NAME_MAPPING values should be pairs of str, not "
                           f"({_type_name(names[0])}, {_type_name(names[1])})")
    return names
