"""Run the command line as ``python -m kzrights``."""

from kzrights.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
