"""Make a member of staff in a running installation and print her sign-in token: `python -m tests.sign_in ROLE`.

It works on the data that `RINDU_DATA_DIR` and `RINDU_DATABASE_URL` name, beside the server that uses them.
"""

import sys

from rindu_app.words.codes import Role
from tests.accounts import signed_in


def main() -> None:
    role = Role(sys.argv[1])
    print(signed_in(f"uji-{role}", role=role).token)  # noqa: T201


if __name__ == "__main__":
    main()
