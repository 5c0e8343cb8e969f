package net.shed.loan;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class LoanRepository {
    private static final String SELECT = "select id, tool_id, member_id, due_on, returned from loans";

    private final JdbcClient jdbc;

    public LoanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Loan> findByMember(long memberId) {
        return jdbc.sql(SELECT + " where member_id = ? order by due_on").param(memberId).query(Loan.class).list();
    }

    public Optional<Loan> findById(long id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query(Loan.class).optional();
    }

    public Loan save(Loan loan) {
        if (loan.id() == null) {
            var key = new GeneratedKeyHolder();
            jdbc.sql("insert into loans (tool_id, member_id, due_on, returned) values (?, ?, ?, ?)")
                    .params(loan.toolId(), loan.memberId(), loan.dueOn(), loan.returned())
                    .update(key, "id");
            return findById(key.getKey().longValue()).orElseThrow();
        }
        jdbc.sql("update loans set due_on = ?, returned = ? where id = ?")
                .params(loan.dueOn(), loan.returned(), loan.id())
                .update();
        return loan;
    }
}
