package org.example.catalog.product;

import java.math.BigDecimal;
import java.util.UUID;

public record ProductDto(UUID id, String name, String sku, BigDecimal price, Integer stock) {}
