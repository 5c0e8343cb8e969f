package shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

public record NewProduct(
        @NotBlank @Pattern(regexp = "[A-Z]{3}-\\d+") String sku, @Positive int price) {}
