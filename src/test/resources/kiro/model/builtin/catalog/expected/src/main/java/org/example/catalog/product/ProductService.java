package org.example.catalog.product;

import java.math.BigDecimal;
import java.util.UUID;

public interface ProductService {
    ProductDto get(UUID id);

    ProductDto update(UUID id, String name, BigDecimal price, Integer stock);

    ProductDto updateProduct(UUID id, String sku);
}
