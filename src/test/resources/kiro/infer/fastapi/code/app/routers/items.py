import os
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, HTTPException, Query, status
from pydantic import BaseModel, EmailStr, Field
from sqlalchemy.orm import Session

from app.dependencies import page, signed_in
from app.errors import OutOfStock

router = APIRouter(prefix="/items", tags=["items"])

STOCK_URL = os.environ["STOCK_URL"]
REQUEST_TIMEOUT = 5


class Named(BaseModel):
    code: str


class NewItem(Named):
    name: str = Field(min_length=1, max_length=50)
    price: float = Field(gt=0)
    contact: EmailStr
    note: str | None = None


@router.get("")
def list_items(limit: Annotated[int, Query(ge=1, le=100)] = 20, offset: int = Depends(page)):
    return session.query(NewItem).offset(offset).limit(limit).all()


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_item(item: NewItem, session: Session = Depends()):
    stock = await httpx.get(STOCK_URL, timeout=REQUEST_TIMEOUT)
    if stock.json()["left"] == 0:
        raise OutOfStock(item.name)
    session.add(item)
    session.commit()
    return item


@router.get("/{item_id}")
def read_item(item_id: int, session: Session = Depends()):
    return _find(item_id, session)


@router.delete("/{item_id}", status_code=204, dependencies=[Depends(signed_in)])
def delete_item(item_id: int, session: Session = Depends()):
    item = _find(item_id, session)
    if item.locked:
        raise HTTPException(status_code=423, detail="the item is locked")
    session.delete(item)


@router.post("/{item_id}/star")
def star_item(item_id: int, session: Session = Depends()):
    item = _find(item_id, session)
    if not item.starred:
        item.starred = True
        return item
    raise HTTPException(status_code=400, detail="the item has a star")


def _find(item_id: int, session: Session):
    item = session.get(NewItem, item_id)
    if item is None:
        raise HTTPException(404, "there is no such item")
    return item
