from fastapi import Header, HTTPException, Query


def signed_in(token: str = Header()):
    refusal = HTTPException(status_code=401, detail="a token is required")
    if not token:
        raise refusal
    return token


def page(offset: int = Query(0, ge=0)):
    return offset
