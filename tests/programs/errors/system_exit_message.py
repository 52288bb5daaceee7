# sys.exit with a string prints it on stderr and exits with status 1; code after it doesn't run.
import sys


def main():
    print("output first")
    if len(sys.argv) > 5:
        return
    sys.exit("fatal: no input")


main()
print("never")
