"""No file can run in a browser, whatever is in it."""

from rindu_app.api.files import file_response
from rindu_app.domain.files.rows import OpenedFile


def test_a_file_is_a_download_without_rights() -> None:
    response = file_response(OpenedFile('lebam "1"\r\n é.pdf', "application/pdf", b"%PDF-1.7"))
    assert response.headers["content-security-policy"].startswith("sandbox")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["cache-control"] == "no-store"
    disposition = response.headers["content-disposition"]
    assert disposition.startswith('attachment; filename="lebam _1___ _.pdf"')
    assert "\r" not in disposition
    assert "filename*=UTF-8''lebam%20%221%22%0D%0A%20%C3%A9.pdf" in disposition
