def main(options):
    return 2
