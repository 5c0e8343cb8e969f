package net.shed.loan;

import jakarta.validation.Valid;
import java.util.List;
import net.shed.Forbidden;
import net.shed.LoanNotFound;
import net.shed.Missing;
import net.shed.member.Member;
import net.shed.member.MemberInterceptor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/loans")
public class LoanController {
    private final LoanRepository loans;

    public LoanController(LoanRepository loans) {
        this.loans = loans;
    }

    @GetMapping
    public List<Loan> mine(@RequestAttribute(MemberInterceptor.MEMBER) Member member) {
        return loans.findByMember(member.id());
    }

    @GetMapping("/{id}")
    public Loan one(@RequestAttribute(MemberInterceptor.MEMBER) Member member, @PathVariable long id) {
        Loan loan = loans.findById(id).orElseThrow(() -> new Missing("no loan " + id));
        if (loan.memberId() != member.id()) {
            throw new Forbidden("not your loan");
        }
        return loan;
    }

    @PutMapping("/{id}/due-date")
    public DueDateResponse updateDueDate(
            @RequestAttribute(MemberInterceptor.MEMBER) Member member,
            @PathVariable long id,
            @Valid @RequestBody UpdateDueDateRequest request) {
        long callerId = member.id();
        Loan loan = loans.findById(id).orElseThrow(() -> new LoanNotFound(id));
        if (callerId != loan.memberId()) {
            throw new Forbidden("loan " + id + " belongs to someone else");
        }
        return DueDateResponse.of(
                loans.save(
                        new Loan(
                                loan.id(),
                                loan.toolId(),
                                loan.memberId(),
                                request.dueOn(),
                                loan.returned())));
    }
}
