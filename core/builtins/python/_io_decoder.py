# What text files in UTF-8, ASCII and Latin-1 are decoded by. Neighbour: _io_wrapper.py.
from _encodings import incomplete


# As what codecs.getincrementaldecoder() answers, which has to be loaded; it is when there is an
# error to be told, whose traceback shows where that comes from.
class Decoder:
    def __init__(self, encoding, errors):
        self._encoding = encoding
        self._errors = errors
        self._rest = b""

    def decode(self, data, final=False):
        if self._rest:
            data = self._rest + data
        stop = len(data)
        if not final:
            stop -= incomplete(data, self._encoding)
        try:
            text = (data if stop == len(data) else data[:stop]).decode(self._encoding, self._errors)
        except UnicodeDecodeError:
            text = None
        if text is None:
            import codecs
            decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
            text = decoder.decode(data, final)
        self._rest = data[stop:]
        return text

    def reset(self):
        self._rest = b""

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]
