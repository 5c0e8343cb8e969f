package org.example.catalog.product;

import org.springframework.stereotype.Component;

@Component
class ProductMapper {
    ProductDto toDto(Product product) {
        return new ProductDto(
                product.getId(),
                product.getName(),
                product.getSku(),
                product.getPrice(),
                product.getStock());
    }
}
