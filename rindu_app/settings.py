"""Every setting of the product, read once from the environment and checked at start, never at use."""

from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """`RINDU_<NAME>` in the environment sets the field `<name>`. `.env.example` explains each in Indonesian."""

    model_config = SettingsConfigDict(env_prefix="RINDU_", extra="ignore")

    environment: Literal["development", "production"] = "development"
    data_dir: Path = Path("data")
    database_url: str = ""
    redis_url: str = ""
    key_file: Path | None = None
    public_url: str = "http://127.0.0.1:3000"
    trusted_proxy_hops: int = Field(default=0, ge=0, le=5)
    home_area: str = "35.10"
    exit_url: str = "https://www.bmkg.go.id/cuaca/prakiraan-cuaca"

    visit_minutes: int = Field(default=60, ge=5, le=240)
    staff_idle_minutes: int = Field(default=60, ge=5, le=480)
    staff_session_hours: int = Field(default=12, ge=1, le=24)
    demo_second_factor: Literal["on", "off"] = "on"
    break_glass_minutes: int = Field(default=240, ge=15, le=1440)
    exception_hours: int = Field(default=24, ge=1, le=72)
    exception_days: int = Field(default=14, ge=1, le=90)
    draft_days: int = Field(default=7, ge=1, le=30)
    note_edit_hours: int = Field(default=24, ge=1, le=168)
    paper_hours: int = Field(default=24, ge=1, le=168)
    paper_downloads: int = Field(default=3, ge=1, le=20)

    feedback_days: int = Field(default=90, ge=7, le=365)

    upload_max_bytes: int = Field(default=10_000_000, ge=100_000)
    upload_max_files: int = Field(default=5, ge=1, le=20)
    text_max_chars: int = Field(default=20_000, ge=1_000)

    smtp_url: str = ""
    whatsapp_token: str = ""
    whatsapp_phone_id: str = ""

    video_url: str = ""
    video_app_id: str = ""
    video_secret: str = Field(default="", repr=False)

    @property
    def production(self) -> bool:
        return self.environment == "production"

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def database(self) -> str:
        """SQLAlchemy URL; the embedded SQLite file where none is configured."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir / 'rindu.db'}"
        return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def keys(self) -> Path:
        return self.key_file or self.data_dir / "keys.json"

    @property
    def files_dir(self) -> Path:
        return self.data_dir / "files"

    @model_validator(mode="after")
    def video_is_whole(self) -> Self:
        """A room that anybody could open is worse than none: address, name and a long secret, or nothing at all."""
        given = [bool(value) for value in (self.video_url, self.video_app_id, self.video_secret)]
        if any(given) and not all(given):
            raise ValueError(
                "RINDU_VIDEO_URL, RINDU_VIDEO_APP_ID, dan RINDU_VIDEO_SECRET diisi semua atau tidak sama sekali."
            )
        if self.video_secret and len(self.video_secret) < 32:
            raise ValueError("RINDU_VIDEO_SECRET terlalu pendek: paling sedikit 32 huruf acak.")
        if self.video_url and not self.video_url.startswith("https://"):
            raise ValueError("RINDU_VIDEO_URL harus diawali https://.")
        return self

    @model_validator(mode="after")
    def production_is_configured(self) -> Self:
        """Production refuses to start misconfigured: its own key file, kept away from the data, and TLS."""
        if not self.production:
            return self
        if self.key_file is None:
            raise ValueError("RINDU_KEY_FILE belum diatur: produksi memerlukan berkas kuncinya sendiri.")
        if self.key_file.resolve().is_relative_to(self.data_dir.resolve()):
            raise ValueError(
                "RINDU_KEY_FILE harus berada di luar RINDU_DATA_DIR, agar cadangan data tidak membawa kunci."
            )
        if self.demo_second_factor == "off":
            raise ValueError("RINDU_DEMO_SECOND_FACTOR=off hanya untuk pengembangan, bukan untuk produksi.")
        if not self.secure_cookies:
            raise ValueError("RINDU_PUBLIC_URL harus diawali https:// di produksi.")
        return self


@lru_cache
def get_settings() -> Settings:
    return Settings()
