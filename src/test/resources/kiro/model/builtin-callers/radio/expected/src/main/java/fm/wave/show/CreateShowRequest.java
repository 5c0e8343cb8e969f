package fm.wave.show;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record CreateShowRequest(
        @NotNull @Size(min = 1, max = 100) String title,
        @NotNull
                @Pattern(
                        regexp = "MON|TUE|WED|THU|FRI",
                        message = "must be one of: MON, TUE, WED, THU, FRI")
                String weekday,
        @NotNull @Min(5) @Max(240) Integer minutes) {}
