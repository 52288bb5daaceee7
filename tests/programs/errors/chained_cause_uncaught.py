# raise ... from: both tracebacks are printed with the sentence for a direct cause.
class ConfigError(Exception):
    pass


def read(d):
    try:
        return d["port"]
    except KeyError as e:
        raise ConfigError("no port given") from e


try:
    read({})
except ConfigError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)


def start():
    print("starting")
    read({"host": 1})


start()
