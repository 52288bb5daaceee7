# The name under which programs look for what scans a value.
from json.decoder import _number, _value

__all__ = ["make_scanner"]
NUMBER_RE = _number.__self__


def make_scanner(context):
    def scan_once(string, idx):
        return _value(context, string, idx, {})
    return scan_once


py_make_scanner = make_scanner
c_make_scanner = None
