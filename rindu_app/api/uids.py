"""A uid in an address: what is none finds no route, and so never reaches a database that would stumble over it."""

from starlette.convertors import Convertor, register_url_convertor


class UidConvertor(Convertor[str]):
    regex = "[0-9a-f]{32}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("uid", UidConvertor())
UID = "{uid:uid}"
