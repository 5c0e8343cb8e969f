package org.example.catalog.product;

import java.util.UUID;

class ProductNotFound extends RuntimeException {
    ProductNotFound(UUID id) {
        super("no product " + id);
    }
}
