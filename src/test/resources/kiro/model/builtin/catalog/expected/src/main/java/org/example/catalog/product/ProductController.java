package org.example.catalog.product;

import jakarta.validation.Valid;
import java.util.UUID;
import org.example.catalog.ratelimit.RateLimited;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = ProductController.PATH)
class ProductController {
    static final String PATH = "/products";

    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping("/{id}")
    ProductDto get(@PathVariable UUID id) {
        return products.get(id);
    }

    @PatchMapping("/{id}")
    @RateLimited(requests = 50, seconds = 60)
    ProductDto update(@PathVariable UUID id, @Valid @RequestBody UpdateProductRequest request) {
        return products.update(id, request.name(), request.price(), request.stock());
    }

    @PutMapping("/{id}")
    ProductDto updateProduct(
            @PathVariable UUID id, @Valid @RequestBody ChangeProductRequest request) {
        return products.updateProduct(id, request.sku());
    }
}
