"""`python -m posapp` is the same as the command `posapp`."""

import sys

from posapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
