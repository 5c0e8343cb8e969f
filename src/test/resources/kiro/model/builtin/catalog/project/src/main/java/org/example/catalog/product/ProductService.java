package org.example.catalog.product;

import java.util.UUID;

public interface ProductService {
    ProductDto get(UUID id);
}
