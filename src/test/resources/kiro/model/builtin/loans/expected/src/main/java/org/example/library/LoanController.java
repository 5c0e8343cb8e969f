package org.example.library;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/loans")
public class LoanController {

    private final LoanStore store;

    public LoanController(LoanStore store) {
        this.store = store;
    }

    @PostMapping
    public ResponseEntity<LoanResponse> create(
            @RequestAttribute(MemberFilter.MEMBER) String memberId,
            @Valid @RequestBody CreateLoanRequest request) {
        Loan loan =
                new Loan(store.nextId(), memberId, request.title(), request.days(), Instant.now());
        store.put(loan);
        return ResponseEntity.created(URI.create("/loans/" + loan.id()))
                .body(LoanResponse.of(loan));
    }
}
