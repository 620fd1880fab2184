"""Make an account as an administrator would, in a running installation: `python -m tests.new_account USERNAME ROLE`.

Its password is `tests.accounts.PASSWORD`, to be changed at the first sign-in.
"""

import sys

from rindu_app.words.codes import Role
from tests.accounts import make_account


def main() -> None:
    make_account(sys.argv[1], role=Role(sys.argv[2]), must_change=True)


if __name__ == "__main__":
    main()
