package net.shed.loan;

import java.time.LocalDate;

public record Loan(Long id, long toolId, long memberId, LocalDate dueOn, boolean returned) {}
