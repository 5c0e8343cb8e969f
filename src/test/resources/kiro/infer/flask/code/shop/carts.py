from flask import Blueprint, abort, jsonify, request

from .errors import CartFull, InvalidUsage
from .store import carts

bp = Blueprint("carts", __name__)

MAX_ITEMS = 50


@bp.route("/<int:cart_id>", methods=["GET"])
def show(cart_id):
    cart = carts.get(cart_id)
    if cart is None:
        abort(404)
    return jsonify(cart)


@bp.post("/<int:cart_id>/items")
def add(cart_id):
    data = request.get_json()
    if not data or "sku" not in data:
        return {"error": "a sku is required"}, 400
    cart = carts.get(cart_id)
    if len(cart.items) >= MAX_ITEMS:
        raise CartFull("the cart is full")
    cart.items.append(data)
    return cart.to_dict(), 201


@bp.delete("/<int:cart_id>")
def remove(cart_id):
    cart = carts.pop(cart_id, None)
    if not cart:
        raise InvalidUsage.cart_not_found()
    return "", 204
