package net.shed.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

public record CreateToolRequest(
        @NotNull @Size(min = 1, max = 80) String name,
        @NotNull @Min(0) @Max(500) BigDecimal deposit) {}
