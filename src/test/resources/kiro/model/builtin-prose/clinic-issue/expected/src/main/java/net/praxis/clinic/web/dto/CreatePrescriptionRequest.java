package net.praxis.clinic.web.dto;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

public record CreatePrescriptionRequest(
        @NotBlank @Size(min = 2, max = 80) String medicine,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @Digits(integer = 18, fraction = 2)
                BigDecimal dosageMg,
        @Min(0) @Max(5) Integer refills) {}
