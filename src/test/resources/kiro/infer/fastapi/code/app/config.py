class Settings:
    api_prefix: str = "/api"


settings = Settings()
