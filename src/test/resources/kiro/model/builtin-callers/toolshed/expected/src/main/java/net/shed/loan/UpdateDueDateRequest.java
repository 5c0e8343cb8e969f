package net.shed.loan;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

public record UpdateDueDateRequest(@NotNull @FutureOrPresent LocalDate dueOn) {}
