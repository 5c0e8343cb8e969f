def answer(text, code=500):
    return {"message": {"errors": {"body": text}}, "status_code": code}


CART_NOT_FOUND = answer("there is no such cart", code=404)


class CartFull(Exception):
    pass


class InvalidUsage(Exception):
    status_code = 500

    @classmethod
    def cart_not_found(cls):
        return cls(**CART_NOT_FOUND)
