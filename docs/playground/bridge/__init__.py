"""What the page asks of the library: text in, plain data out.

It runs in the page's worker, and, without a browser, in the build of the pages and in tests.
"""

from .calls import call
from .start import start

__all__ = ["call", "start"]
