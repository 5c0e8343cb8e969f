package org.example.catalog.product;

import jakarta.validation.constraints.NotNull;

public record ChangeProductRequest(@NotNull String sku) {}
