# The name under which CPython's library reaches collections.abc.
from collections.abc import *
from collections.abc import __all__, _CallableGenericAlias, _check_methods
import collections.abc as _abc

# The types of what built-in ones answer.
bytes_iterator = type(iter(b""))
bytearray_iterator = type(iter(bytearray()))
dict_keys = type({}.keys())
dict_values = type({}.values())
dict_items = type({}.items())
dict_keyiterator = type(iter({}.keys()))
dict_valueiterator = type(iter({}.values()))
dict_itemiterator = type(iter({}.items()))
list_iterator = type(iter([]))
list_reverseiterator = type(iter(reversed([])))
range_iterator = type(iter(range(0)))
longrange_iterator = type(iter(range(1 << 1000)))
set_iterator = type(iter(set()))
str_iterator = type(iter(""))
tuple_iterator = type(iter(()))
zip_iterator = type(iter(zip()))
mappingproxy = type(type.__dict__)
generator = type((lambda: (yield))())
