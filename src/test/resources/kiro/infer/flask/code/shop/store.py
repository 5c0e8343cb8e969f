carts = {}
