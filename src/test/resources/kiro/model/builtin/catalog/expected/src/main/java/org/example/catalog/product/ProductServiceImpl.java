package org.example.catalog.product;

import java.math.BigDecimal;
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

    @Override
    public ProductDto update(UUID id, String name, BigDecimal price, Integer stock) {
        Product product = load(id);
        if (name != null) {
            product.setName(name);
        }
        if (price != null) {
            product.setPrice(price);
        }
        if (stock != null) {
            product.setStock(stock);
        }
        return mapper.toDto(repository.save(product));
    }

    @Override
    public ProductDto updateProduct(UUID id, String sku) {
        Product product = load(id);
        product.setSku(sku);
        return mapper.toDto(repository.save(product));
    }

    private Product load(UUID id) {
        return repository.findById(id).orElseThrow(() -> new ProductNotFound(id));
    }
}
