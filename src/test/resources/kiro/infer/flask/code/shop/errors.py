class CartFull(Exception):
    pass
