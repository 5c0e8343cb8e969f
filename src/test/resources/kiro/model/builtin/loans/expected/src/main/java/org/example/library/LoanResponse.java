package org.example.library;

import java.time.Instant;

public record LoanResponse(
        long id,
        String memberId,
        String title,
        int days,
        Instant createdAt) {

    static LoanResponse of(Loan loan) {
        return new LoanResponse(
                loan.id(), loan.memberId(), loan.title(), loan.days(), loan.createdAt());
    }
}
