package org.example.catalog.product;

import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class ProductServiceImpl implements ProductService {
    private final ProductRepository repository;
    private final ProductMapper mapper;

    ProductServiceImpl(ProductRepository repository, ProductMapper mapper) {
        this.repository = repository;
        this.mapper = mapper;
    }

    @Override
    public ProductDto get(UUID id) {
        return mapper.toDto(load(id));
    }

    private Product load(UUID id) {
        return repository.findById(id).orElseThrow(() -> new ProductNotFound(id));
    }
}
