package org.museum.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in. */
@Component
public class Sessions {
    private final JdbcClient jdbc;

    public Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a session for the keeper with this badge and pin. */
    public String open(String badge, String pin) {
        Long id = jdbc.sql("select id from keeper where badge = :badge and pin = :pin")
                .param("badge", badge)
                .param("pin", pin)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotSignedIn("badge or pin is wrong"));
        String token = UUID.randomUUID().toString();
        jdbc.sql("insert into session (token, keeper_id, opened_at) values (?, ?, ?)")
                .params(token, id, LocalDateTime.now())
                .update();
        return token;
    }

    /** The keeper who sends the request. */
    public Keeper keeper(HttpServletRequest request) {
        String token = request.getHeader("X-Session");
        if (token == null || token.isBlank()) {
            throw new NotSignedIn("sign in first");
        }
        return find(token).orElseThrow(() -> new NotSignedIn("the session is over"));
    }

    private Optional<Keeper> find(String token) {
        return jdbc.sql("""
                        select k.id, k.name, k.rank from keeper k
                        join session s on s.keeper_id = k.id
                        where s.token = :token
                        """)
                .param("token", token)
                .query((rs, n) -> new Keeper(
                        rs.getLong("id"), rs.getString("name"), Keeper.Rank.valueOf(rs.getString("rank"))))
                .optional();
    }
}
