package net.shed.member;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MemberRepository {
    private final JdbcClient jdbc;

    public MemberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Member> findByToken(String token, LocalDate today) {
        return jdbc.sql(
                        "select m.id, m.name, m.email, m.level from members m, api_tokens t"
                                + " where t.member_id = m.id and t.code = ? and t.expires_on >= ?")
                .params(token, today)
                .query(Member.class)
                .optional();
    }
}
