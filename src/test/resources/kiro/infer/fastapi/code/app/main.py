from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.errors import OutOfStock
from app.routers import items

app = FastAPI()
app.include_router(items.router, prefix="/api")


@app.exception_handler(OutOfStock)
async def out_of_stock(request: Request, error: OutOfStock):
    return JSONResponse(status_code=409, content={"detail": str(error)})


@app.get("/health")
def health():
    return {"status": "ok"}
