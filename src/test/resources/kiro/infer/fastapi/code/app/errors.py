class OutOfStock(Exception):
    pass
