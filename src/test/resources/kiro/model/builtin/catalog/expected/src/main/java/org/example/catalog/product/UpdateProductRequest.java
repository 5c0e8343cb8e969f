package org.example.catalog.product;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

public record UpdateProductRequest(
        @Size(max = 60) String name,
        @Min(0) @DecimalMax(value = "9999.99") BigDecimal price,
        @Min(0) @Max(100000) Integer stock) {}
