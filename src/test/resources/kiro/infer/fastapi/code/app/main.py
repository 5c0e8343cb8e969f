from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.config import settings
from app.errors import OutOfStock
from app.routers import items

app = FastAPI()
app.include_router(items.router, prefix=settings.api_prefix)


@app.exception_handler(OutOfStock)
async def out_of_stock(request: Request, error: OutOfStock):
    return JSONResponse(status_code=409, content={"detail": str(error)})


@app.get("/health")
def health():
    return {"status": "ok"}
