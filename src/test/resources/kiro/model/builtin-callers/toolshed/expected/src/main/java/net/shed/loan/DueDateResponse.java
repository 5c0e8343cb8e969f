package net.shed.loan;

import java.time.LocalDate;

public record DueDateResponse(Long id, long toolId, LocalDate dueOn) {

    static DueDateResponse of(Loan loan) {
        return new DueDateResponse(loan.id(), loan.toolId(), loan.dueOn());
    }
}
